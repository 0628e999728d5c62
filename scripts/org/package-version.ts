/** `node scripts/org/package-version.ts create|promote`: versions of the managed package. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { buildComponents } from './built.ts';
import { word, type Command } from './options.ts';
import { runScript, type Plan } from './script.ts';
import { ROOT } from './sf.ts';
import { createVersion, PACKAGE, promoteVersion } from './steps/package-version.ts';

/** Ids of package versions begin so. */
const LINK = /^00D[A-Za-z0-9]{12,15}:888[A-Za-z0-9]{12,15}$/;
const VERSION_ID = /^04t[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?$/;

const COMMAND: Command = {
    usage: 'node scripts/org/package-version.ts create --connector <url> --contact <address> | promote --version <04t…> --yes',
    about: `create: registers the managed package the first time, then makes a version of the current commit (once).
promote: releases a version. That cannot be undone, so it wants --yes; without it the command is only printed.
Before the first version: put the namespace that your Dev Hub is linked to into sfdx-project.json. After each release: set
"ancestorVersion" to "HIGHEST" there, and raise "versionNumber".`,
    words: ['create', 'promote'],
    options: {
        connector: { value: 'url', help: 'Where your connector answers. Recordings are trusted from there, for good.' },
        contact: { value: 'address', help: 'Who answers for the External Client App; admins see it.' },
        'oauth-link': { value: '00D…:888…', help: 'The app’s consumer in your Dev Hub, for one key in every org.' },
        version: { value: '04t…', help: 'Version to promote.' },
        yes: { help: 'Promote it.' },
        'dev-hub': { value: 'alias', help: 'Dev Hub that owns the package; yours by default.' }
    }
};

interface Project {
    readonly namespace?: string;
    readonly packageAliases?: Readonly<Record<string, string>>;
}

function git(...words: readonly string[]): string {
    return execFileSync('git', words, { cwd: ROOT, encoding: 'utf8' }).trim();
}

const plan: Plan = (options, rest) => {
    const hub = word(options, 'dev-hub');
    if (rest[0] === 'promote') {
        const id = word(options, 'version') ?? '';
        if (!VERSION_ID.test(id)) return `"${id}" is no package version: --version 04t….`;
        return [promoteVersion(id, options.yes === true, hub)];
    }
    if (rest[0] !== 'create') return 'Say what to do: create or promote.';
    const project = JSON.parse(fs.readFileSync(path.join(ROOT, 'sfdx-project.json'), 'utf8')) as Project;
    if (!word(options, 'connector')) return 'Say where your connector answers: --connector https://….';
    if (!/^[^\s@]+@[^\s@]+$/.test(word(options, 'contact') ?? ''))
        return 'Say who answers for the app: --contact you@….';
    if (!project.namespace && !options['dry-run'])
        return 'A managed package has a namespace: put yours into sfdx-project.json.';
    const link = word(options, 'oauth-link');
    if (link !== undefined && !LINK.test(link)) return `"${link}" is no link of a client app: 00D…:888….`;
    const changed = git('status', '--porcelain', '--', 'force-app');
    if (changed && !options['dry-run']) return `Commit these first, a version is made of a commit:\n${changed}`;
    const faults = options['dry-run'] ? undefined : buildComponents();
    if (faults !== undefined) return faults;
    const commit = git('rev-parse', '--short=12', 'HEAD');
    return createVersion(project.packageAliases?.[PACKAGE] !== undefined, commit, hub);
};

process.exitCode = await runScript(COMMAND, plan, process.argv.slice(2), process.env);
