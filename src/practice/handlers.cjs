// What Lambda's Node.js does and the emulator's does not: it finds a handler in a file that ends in .cjs, too.
const Module = require("node:module");

Module._extensions[".cjs"] ??= Module._extensions[".js"];
