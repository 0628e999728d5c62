/** `node scripts/org/assign.ts --org <alias> --role <role>`: gives a user the permission set of a role. */
import { word, type Command } from './options.ts';
import { runScript, type Plan } from './script.ts';
import { assignPermissionSets } from './steps/permission-sets.ts';

const ROLES: Readonly<Record<string, string>> = {
    user: 'Quo_User',
    manager: 'Quo_Manager',
    admin: 'Quo_Admin',
    listener: 'Quo_Recording_Listener',
    'transcript-reader': 'Quo_Transcript_Reader'
};

const COMMAND: Command = {
    usage: 'node scripts/org/assign.ts --org <alias> --role <role> [--user <username>]',
    about: 'Assigns the permission sets of one or several roles. Safe to run twice: what is assigned already is left alone.',
    options: {
        org: { value: 'alias', help: 'Org of the user.' },
        role: { value: 'role,…', help: `One or several of ${Object.keys(ROLES).join(', ')}.`, fallback: 'user' },
        user: { value: 'username', help: 'User; the default user of the org when absent.' }
    }
};

const plan: Plan = (options) => {
    const org = word(options, 'org');
    if (!org) return 'Say which org: --org <alias>.';
    const roles = (word(options, 'role') ?? '').split(',');
    const unknown = roles.find((role) => !ROLES[role]);
    if (unknown !== undefined) return `"${unknown}" is no role: use ${Object.keys(ROLES).join(', ')}.`;
    return assignPermissionSets(
        roles.map((role) => ROLES[role] ?? role),
        org,
        word(options, 'user')
    );
};

process.exitCode = await runScript(COMMAND, plan, process.argv.slice(2), process.env);
