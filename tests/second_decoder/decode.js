// Reads ESC/POS from standard input as npos understands it. Writes a line of JSON, the commands and
// the size of the picture they burn, and then the picture: one byte a dot, 0 for ink.
const fs = require("fs");
const parser = require("npos/lib/parser")();

parser.parse(fs.readFileSync(0)).then(({ tree, entries }) => {
  const pictures = entries.filter((entry) => entry.type === "raster").map((entry) => entry.data);
  if (pictures.length !== 1) {
    throw new Error(`${pictures.length} pictures instead of one`);
  }
  const [{ width, height }] = pictures;
  const dots = Buffer.alloc(width * height);
  for (let at = 0; at < dots.length; at++) {
    dots[at] = pictures[0].getPixel(at % width, Math.floor(at / width));
  }
  const commands = tree.map((node) => node.ascii + " " + node.fn);
  fs.writeSync(1, JSON.stringify({ commands, width, height }) + "\n");
  for (let written = 0; written < dots.length; ) {
    written += fs.writeSync(1, dots, written);
  }
});
