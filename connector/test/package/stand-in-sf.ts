import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A program that takes the place of `sf`: it records what it is asked and answers what the test says. */
export interface StandIn {
    /** The environment that makes the scripts use it. */
    readonly env: NodeJS.ProcessEnv;
    /** The commands it was given, in order, as words. */
    commands(): readonly (readonly string[])[];
    /** What the metadata would be filled with at each command, in order. */
    fillings(): readonly { readonly connector?: string; readonly contact?: string; readonly link?: string }[];
    /** Answers every command that begins so; the longest beginning wins. */
    answer(beginning: string, result: unknown, status?: number): void;
    remove(): void;
}

const PROGRAM = `#!/usr/bin/env node
const fs = require('node:fs');
const folder = __dirname;
const words = process.argv.slice(2);
fs.appendFileSync(folder + '/commands.jsonl', JSON.stringify(words) + '\\n');
const { QUO_CONNECTOR_URL: connector, QUO_CONTACT_EMAIL: contact, QUO_OAUTH_LINK: link } = process.env;
fs.appendFileSync(folder + '/fillings.jsonl', JSON.stringify({ connector, contact, link }) + '\\n');
const answers = JSON.parse(fs.readFileSync(folder + '/answers.json', 'utf8'));
const line = words.join(' ');
const found = Object.keys(answers).filter((one) => line.startsWith(one)).sort((a, b) => b.length - a.length)[0];
const { result = {}, status = 0 } = found ? answers[found] : {};
console.log(JSON.stringify({ status, result, message: status && typeof result === 'string' ? result : undefined }));
process.exitCode = status;
`;

/** Puts the stand-in into a folder of its own, called `sf`. */
export function createStandIn(): StandIn {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'quo-sf-'));
    const program = path.join(folder, 'sf');
    const answers: Record<string, { result: unknown; status: number }> = {};
    const save = () => fs.writeFileSync(path.join(folder, 'answers.json'), JSON.stringify(answers));
    fs.writeFileSync(program, PROGRAM, { mode: 0o755 });
    for (const file of ['commands.jsonl', 'fillings.jsonl']) fs.writeFileSync(path.join(folder, file), '');
    const lines = (file: string) => fs.readFileSync(path.join(folder, file), 'utf8').split('\n').filter(Boolean);
    save();
    return {
        env: { PATH: `${path.dirname(process.execPath)}:${process.env.PATH}`, QUO_SF: program },
        commands: () =>
            lines('commands.jsonl').map((line) => (JSON.parse(line) as string[]).filter((word) => word !== '--json')),
        fillings: () => lines('fillings.jsonl').map((line) => JSON.parse(line) as Record<string, string>),
        answer: (beginning, result, status = 0) => {
            answers[beginning] = { result, status };
            save();
        },
        remove: () => fs.rmSync(folder, { recursive: true, force: true })
    };
}
