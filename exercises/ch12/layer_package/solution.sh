# Puts the module where Node.js looks for it in a layer, and packs it.
(
  cd layers || exit 1
  rm -rf nodejs chapters-text.zip
  mkdir -p nodejs/node_modules
  cp -R chapters-text nodejs/node_modules/

  # The folder nodejs itself is at the root of the archive.
  python3 -m zipfile -c chapters-text.zip nodejs
)
