/** `node scripts/org/activate-pages.ts --org <alias>`: makes the Quo pages everybody's record pages. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { word, type Command } from './options.ts';
import { namespacedPages } from './page-activation.ts';
import { runScript, type Plan } from './script.ts';
import { ROOT } from './sf.ts';
import { deploy } from './steps/deploy.ts';

const PAGES = 'unpackaged/page-activation';

const COMMAND: Command = {
    usage: 'node scripts/org/activate-pages.ts --org <alias> [--namespace <name>] [options]',
    about: `Makes the Quo pages the org's default record pages of Contact, Lead, Account, Opportunity and Task, which a managed
package cannot do. It replaces the org's own default pages (pages assigned to an app or a profile stay): in an org with
pages of its own, put the components on those in the Lightning App Builder instead. Safe to run twice.`,
    options: {
        org: { value: 'alias', help: 'Org to change.' },
        namespace: { value: 'name', help: 'Namespace of the installed package; none for deployed source.' }
    }
};

const plan: Plan = (options) => {
    const org = word(options, 'org');
    if (!org) return 'Say which org: --org <alias>.';
    const namespace = word(options, 'namespace');
    if (!namespace) return [deploy(PAGES, org, `Activate the Quo record pages in ${org}`)];
    if (!/^[A-Za-z](?:_?[A-Za-z0-9]){0,14}$/.test(namespace)) return `"${namespace}" is no namespace.`;
    const says = `Activate the record pages of ${namespace} in ${org}`;
    if (options['dry-run']) return [deploy(`${PAGES} (with ${namespace}__ before each page)`, org, says)];
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'quo-pages-'));
    process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
    namespacedPages(path.join(ROOT, PAGES), folder, namespace);
    return [deploy(folder, org, says)];
};

process.exitCode = await runScript(COMMAND, plan, process.argv.slice(2), process.env);
