// Turns a section of a Markdown file into a script of bash: commands run, and any other block is written into the file that its
// first line names in a comment. Usage: node recipe.mjs FILE "HEADING"
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
