/** `node scripts/org/package-version.ts create|promote`: versions of the package. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildComponents } from './built.ts';
import { word, type Command, type Options } from './options.ts';
import { runScript, type Plan } from './script.ts';
import { ROOT } from './sf.ts';
import { createVersion, promoteVersion, type VersionPlan } from './steps/package-version.ts';
import { copyProject, keepAliases, PACKAGES, readProject, type PackageType } from './version-project.ts';

/** Link of a client app to its consumer in the org that made it: that org's id and the consumer's. */
const LINK = /^00D[A-Za-z0-9]{12,15}:888[A-Za-z0-9]{12,15}$/;
const VERSION_ID = /^04t[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?$/;

const TELLS: Readonly<Record<PackageType, string>> = {
    managed:
        'A managed version: the names of its fields carry your namespace, nobody but you can change what it holds, and an upgrade brings everything up to date. Once promoted, its fields stay as they are for good.',
    unlocked:
        'An unlocked version: names without a namespace, whoever may customize the org can change what it holds, an upgrade puts back what they changed, and the client app is made by hand. An org has it or the managed one: what one made does not pass into the other.'
};

const COMMAND: Command = {
    usage: 'node scripts/org/package-version.ts create [--type managed|unlocked] [options] | promote --version <04t…> --yes',
    about: `create: registers the package the first time, then makes a version of the current commit (once), for every org and
every connector. It wants a Dev Hub, and is without the external client app unless --oauth-link names the Dev Hub's.
${TELLS.managed}
${TELLS.unlocked}
promote: releases a version. That cannot be undone, so it wants --yes; without it the command is only printed.
Before the first managed version: put the namespace that your Dev Hub is linked to into sfdx-project.json. After each
release: set "ancestorVersion" to "HIGHEST" there, and raise "versionNumber".`,
    words: ['create', 'promote'],
    options: {
        type: { value: 'managed|unlocked', help: 'What kind of package.', fallback: 'managed' },
        'oauth-link': {
            value: '00D…:888…',
            help: 'Put the client app in, linked to its consumer in your Dev Hub; from then on in every version.'
        },
        contact: { value: 'address', help: 'Who answers for that app; admins see it.' },
        guide: { value: 'url', help: 'Page that an admin is shown after installing: your copy of the guide.' },
        'release-notes': { value: 'url', help: 'Page that says what is new in this version.' },
        version: { value: '04t…', help: 'Version to promote.' },
        yes: { help: 'Promote it.' },
        'dev-hub': { value: 'alias', help: 'Dev Hub that owns the package; yours by default.' }
    }
};

function git(...words: readonly string[]): string {
    return execFileSync('git', words, { cwd: ROOT, encoding: 'utf8' }).trim();
}

/** @returns the sentence that says which options make no sense together, if so */
function fault(options: Options, type: string, link: string | undefined): string | undefined {
    if (!(type in PACKAGES)) return `"${type}" is no type of package: use managed or unlocked.`;
    if (link !== undefined && !LINK.test(link)) return `"${link}" is no link of a client app: 00D…:888….`;
    // An external client app belongs to managed packages (2GP guide, "Components Available in Managed Packages").
    if (link !== undefined && type === 'unlocked')
        return 'An unlocked package carries no client app: leave --oauth-link out.';
    const contact = word(options, 'contact');
    if (link !== undefined && !/^[^\s@]+@[^\s@]+$/.test(contact ?? ''))
        return 'Say who answers for the app: --contact you@….';
    return link === undefined && contact !== undefined
        ? '--contact is the app’s, and goes with --oauth-link.'
        : undefined;
}

/** Pages that the installation shows, as the CLI takes them. @returns the sentence that says which is no address, if so */
function pages(options: Options): readonly string[] | string {
    const flags = { guide: '--post-install-url', 'release-notes': '--releasenotes-url' } as const;
    const given = Object.entries(flags).flatMap(([name, flag]) => {
        const url = word(options, name);
        return url === undefined ? [] : [{ url, flag }];
    });
    const wrong = given.find(({ url }) => !/^https:\/\/[^\s/]+/.test(url));
    return wrong ? `"${wrong.url}" is no address of a page: https://….` : given.flatMap(({ flag, url }) => [flag, url]);
}

/** A copy of the project that is gone when the script ends; a dry run makes none. */
function projectFor(type: PackageType, hasApp: boolean, isDry: boolean): string {
    if (isDry) return ROOT;
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'quo-version-'));
    process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
    copyProject(ROOT, folder, type, hasApp);
    return folder;
}

const plan: Plan = (options, rest) => {
    const hub = word(options, 'dev-hub');
    if (rest[0] === 'promote') {
        const id = word(options, 'version') ?? '';
        if (!VERSION_ID.test(id)) return `"${id}" is no package version: --version 04t….`;
        return [promoteVersion(id, options.yes === true, hub)];
    }
    if (rest[0] !== 'create') return 'Say what to do: create or promote.';
    const type = word(options, 'type') ?? '';
    const link = word(options, 'oauth-link');
    const wrong = fault(options, type, link);
    if (wrong !== undefined) return wrong;
    const shown = pages(options);
    if (typeof shown === 'string') return shown;
    return versionSteps(
        { type: type as PackageType, hasApp: link !== undefined, devHub: hub, pages: shown },
        options['dry-run'] === true
    );
};

type Wanted = Pick<VersionPlan, 'type' | 'hasApp' | 'devHub' | 'pages'>;

function versionSteps(wanted: Wanted, isDry: boolean): ReturnType<Plan> {
    const { type, hasApp } = wanted;
    const project = readProject(ROOT);
    if (type === 'managed' && !project.namespace && !isDry)
        return 'A managed package has a namespace: put yours into sfdx-project.json.';
    const changed = git('status', '--porcelain', '--', 'force-app');
    if (changed && !isDry) return `Commit these first, a version is made of a commit:\n${changed}`;
    const faults = isDry ? undefined : buildComponents();
    if (faults !== undefined) return faults;
    console.log(TELLS[type]);
    const folder = projectFor(type, hasApp, isDry);
    return createVersion({
        ...wanted,
        folder,
        commit: git('rev-parse', '--short=12', 'HEAD'),
        isRegistered: project.packageAliases?.[PACKAGES[type]] !== undefined,
        keep: () => keepAliases(ROOT, folder)
    });
}

process.exitCode = await runScript(COMMAND, plan, process.argv.slice(2), process.env);
