# Makes the application out of the starter files, which are like what
# sam init makes, and are read without the network.
mkdir -p sam-app
cp -R starters/sam-app/. sam-app/
