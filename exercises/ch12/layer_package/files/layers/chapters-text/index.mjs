// Writes a list of chapters as lines of text, for functions that share a layer.

export const lines = (chapters) => chapters.map(({ id, title }) => `${id}. ${title}`).join("\n");
