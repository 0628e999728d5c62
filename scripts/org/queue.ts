/** `node scripts/org/queue.ts --org <alias> --user <username>`: a queue for calls and texts that nobody was found for. */
import { word, type Command } from './options.ts';
import { runScript, type Plan } from './script.ts';
import { addMember, makeQueue } from './steps/queue.ts';

const COMMAND: Command = {
    usage: 'node scripts/org/queue.ts --org <alias> --user <username> [options]',
    about: `Makes the queue Quo_Unmatched, which can own Tasks, and gives it members: they see and change what it owns,
though it be about nobody. The user that the connector signs in as must be one, to change those Tasks later.
Safe to run twice: a queue that is there stays as it is, and members are added, never taken away.`,
    options: {
        org: { value: 'alias', help: 'Org in which to make it.' },
        user: { value: 'username', help: 'User that the connector signs in as.' },
        members: { value: 'username,…', help: 'People who decide whose a number is.' }
    }
};

const plan: Plan = (options) => {
    const org = word(options, 'org');
    const user = word(options, 'user');
    if (!org || !user) return 'Say which org and which user: --org <alias> --user <username>.';
    const members = (word(options, 'members') ?? '').split(',').filter(Boolean);
    return [makeQueue(org), ...[user, ...members].map((member) => addMember(org, member))];
};

process.exitCode = await runScript(COMMAND, plan, process.argv.slice(2), process.env);
