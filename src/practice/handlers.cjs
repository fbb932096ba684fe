// What Lambda's Node.js does and the emulator's does not: it finds a handler in a file that ends in .cjs, too, and from
// Node.js 24 on it refuses a handler with a callback (AWS Lambda Developer Guide, "Callback-based function handlers").
const Module = require("node:module");
const path = require("node:path");

Module._extensions[".cjs"] ??= Module._extensions[".js"];

const WITHOUT_CALLBACK = 24;
const REFUSED =
  "Runtime.CallbackHandlerDeprecated: Node.js 24 and later take no handler with a callback: make it asynchronous";

const runtime = /^AWS_Lambda_nodejs(\d+)/.exec(process.env.AWS_EXECUTION_ENV ?? "");
const name = (process.env._HANDLER ?? "").split(".").pop();
const load = Module.prototype.require;

// The emulator's own script is the main module; the file of the handler is all that it asks for by its path.
if (runtime && Number(runtime[1]) >= WITHOUT_CALLBACK) {
  Module.prototype.require = function (id) {
    const loaded = load.call(this, id);
    if (this.id === "." && path.isAbsolute(id)) {
      const handler = loaded[name] ?? loaded.default?.[name] ?? loaded.default;
      if (typeof handler === "function" && handler.length > 2) {
        throw new Error(REFUSED);
      }
    }
    return loaded;
  };
}
