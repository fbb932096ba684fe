# Makes the application out of the starter files, which are like what
# cdk init makes in JavaScript. npm install then fetches the library.
mkdir -p cdk-app
cp -R starters/cdk-app/. cdk-app/
