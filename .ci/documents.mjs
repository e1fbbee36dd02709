#!/usr/bin/env node
// Runs the commands of documents against a server, and compares their output with that in the documents.
//
//   GAZETTE=http://localhost:8080 GAZETTE_KEY=gz_… .ci/documents.mjs README.md docs/first-story.md
//
// A block of commands (```sh) is run, unless "<!-- not run: why -->" stands in the line before it. All blocks of a document
// share one shell, in their order. The block without a language right behind it is their output: each piece between
// ellipses must be in it, in this order, except for blanks and values that differ each time (ids, dates, cursors).
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

// In milliseconds; commands may wait for something that does not come.
const PATIENCE = 120_000;
const MARK = "\u001e";
const DIFFERS = /[0-9a-f]{8}(-[0-9a-f]{4}){0,4}|\d{4}-\d\d-\d\dT[\d:.]+Z|cursor=[\w-]+/g;

function blocks(text) {
    const found = [];
    let last = "";
    const lines = text.split("\n");
    for (let i = 0; i < lines.length; i++) {
        if (!lines[i].startsWith("```")) {
            last = lines[i].trim() || last;
            continue;
        }
        const language = lines[i].slice(3).trim();
        const start = i + 1;
        while (!lines[++i].startsWith("```"));
        found.push({ language, line: start + 1, before: last, text: lines.slice(start, i).join("\n"), end: i });
        last = "```";
    }
    return found;
}

function pieces(expected) {
    return expected.split(/…|\n/).flatMap(piece => piece.split(DIFFERS)).map(plain).filter(piece => piece && piece.length > 2);
}

function plain(text) {
    return (text ?? "").replace(/\s+/g, "").replace(DIFFERS, "");
}

function missing(expected, printed) {
    let at = 0;
    const all = plain(printed);
    for (const piece of pieces(expected)) {
        const next = all.indexOf(piece, at);
        if (next < 0) return piece;
        at = next + piece.length;
    }
    return null;
}

let passed = 0;
const faults = [];
for (const file of process.argv.slice(2)) {
    const all = blocks(readFileSync(file, "utf8"));
    const run = all.filter(block => block.language === "sh" && !block.before.startsWith("<!-- not run:"));
    const script = run.map((block, i) => `printf '${MARK}%s\\n' ${i}\n`
        + block.text.replaceAll("http://localhost:8080", process.env.GAZETTE)
            .replace(/^key=gz_….*$/m, `key=${process.env.GAZETTE_KEY}`)).join("\n");
    const result = spawnSync("bash", ["-euo", "pipefail", "-c", script], { encoding: "utf8", timeout: PATIENCE });
    const printed = result.stdout.split(MARK).slice(1);
    run.forEach((block, i) => {
        const answer = all[all.indexOf(block) + 1];
        const where = `${file}:${block.line}`;
        if (printed[i] === undefined || (i === printed.length - 1 && result.status !== 0)) {
            faults.push(`${where}: the commands fail: ${result.stderr.trim().split("\n").pop()}`);
        } else if (answer && answer.language === "" && answer.before === "```") {
            const lost = missing(answer.text, printed[i].slice(printed[i].indexOf("\n") + 1));
            if (lost === null) passed++;
            else faults.push(`${where}: not printed: ${lost}\n    but: ${printed[i].slice(0, 600)}`);
        } else {
            passed++;
        }
    });
}
faults.forEach(fault => console.error(fault));
console.log(`${passed} passed, ${faults.length} failed`);
process.exit(faults.length ? 1 : 0);
