// Answers with a list of chapters as lines of text. The module comes from a layer, and not with the package.
import { lines } from "chapters-text";

export const handler = async (event) => lines(event.chapters ?? []);
