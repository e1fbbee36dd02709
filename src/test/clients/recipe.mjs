// Turns a section of a Markdown file into a bash script: it runs the commands, and writes every other block into the file that
// the first line of the block names in a comment. Usage: node recipe.mjs FILE "HEADING"
import {readFileSync} from 'node:fs';

const [file, heading] = process.argv.slice(2);
const section = readFileSync(file, 'utf8').split(/^#+ /m).find(each => each.startsWith(`${heading}\n`));
if (!section) {
    throw new Error(`${file} has no section "${heading}"`);
}
for (const [, language, block] of section.matchAll(/^```(\w+)\n(.*?)^```$/gms)) {
    if (language === 'sh') {
        console.log(block);
    } else {
        const name = block.match(/^\/\/ (\S+)\n/)[1];
        console.log(`mkdir -p "$(dirname "${name}")"\ncat > "${name}" << 'END_OF_BLOCK'\n${block}END_OF_BLOCK`);
    }
}
