import fs from 'node:fs';
import path from 'node:path';

const NODE_TEST = ['--import', './connector/test/compile-cache.ts', '--test'];

/** The kinds of test files, by name, and the program that runs one; limits in milliseconds, as the groups have them. */
const KINDS: readonly { readonly name: RegExp; readonly program: readonly string[]; readonly fileFlag?: string }[] = [
    {
        name: /(^|\/)force-app\/.*\/__tests__\/.*\.test\.ts$/,
        program: ['node_modules/jest/bin/jest.js'],
        fileFlag: '--runTestsByPath'
    },
    { name: /\.slow\.test\.ts$/, program: [...NODE_TEST, '--test-timeout=300000'] },
    { name: /\.browser\.ts$/, program: NODE_TEST },
    { name: /\.test\.ts$/, program: [...NODE_TEST, '--test-timeout=240000'] }
];

const FOLDERS = ['connector', 'force-app', 'packages'];

/** Every test file of the project, relative to its root, with `/` between folders. */
export function testFiles(root: string): readonly string[] {
    return FOLDERS.filter((folder) => fs.existsSync(path.join(root, folder)))
        .flatMap((folder) =>
            fs
                .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
                .map((file) => path.join(folder, file).split(path.sep).join('/'))
        )
        .filter((file) => !file.includes('node_modules/') && KINDS.some(({ name }) => name.test(file)))
        .sort();
}

/** Test files whose name shares the most with the one that was asked for, at most five. */
function similar(file: string, root: string): readonly string[] {
    const words = (name: string) =>
        path
            .basename(name)
            .replace(/\.(slow\.test|test|browser)?\.?ts$/, '')
            .split(/[-.]/);
    const wanted = words(file).filter((word) => word.length > 2);
    return testFiles(root)
        .map((known) => ({
            known,
            shared: wanted.filter((word) => words(known).includes(word) || known.includes(`${word}.`)).length
        }))
        .filter(({ shared }) => shared > 0)
        .sort((a, b) => b.shared - a.shared)
        .slice(0, 5)
        .map(({ known }) => known);
}

/**
 * Node's arguments that run one test file.
 *
 * @param file relative to `from`, or absolute
 * @param rest passed on to the runner
 * @param from the folder in which the command was typed
 * @returns the arguments; run from `root`
 * @throws {Error} when there is no such file, or no runner for it: the message says what to type instead
 */
export function argumentsFor(file: string, rest: readonly string[], root: string, from: string): readonly string[] {
    const absolute = [path.resolve(from, file), path.resolve(root, file)].find((candidate) => fs.existsSync(candidate));
    if (absolute === undefined) {
        const others = similar(file, root);
        const hint =
            others.length > 0
                ? `Did you mean one of these?\n${others.map((other) => `  ${other}`).join('\n')}`
                : 'Test files are under connector, force-app and packages.';
        throw new Error(`There is no file ${file}. ${hint}`);
    }
    const relative = path.relative(root, absolute).split(path.sep).join('/');
    const kind = relative.startsWith('../') ? undefined : KINDS.find(({ name }) => name.test(relative));
    if (!kind) {
        throw new Error(
            `${relative} is not a test file. Test files end in .test.ts, .slow.test.ts or .browser.ts; those of a Lightning bundle lie in its __tests__ folder.`
        );
    }
    return [...kind.program, ...rest, ...(kind.fileFlag ? [kind.fileFlag] : []), relative];
}
