import type { Sf } from '../sf.ts';
import type { Step } from '../step.ts';
import { deploy } from './deploy.ts';
import { literal, queried } from './query.ts';

/** As `unpackaged/queue` calls it. */
const QUEUE = 'Quo_Unmatched';
const FOUND = `SELECT Id FROM Group WHERE Type = 'Queue' AND DeveloperName = ${literal(QUEUE)}`;

/** Makes the queue where it is missing: a queue that is there has members and settings that are its admin's. */
export function makeQueue(org: string): Step {
    return {
        ...deploy('unpackaged/queue', org, `Make the queue ${QUEUE} in ${org}`),
        done: async (sf) =>
            (await queried(sf, org, FOUND)).length > 0 ? `${QUEUE} is there, and stays as it is` : undefined
    };
}

/** Puts a user among the members of the queue. */
export function addMember(org: string, user: string): Step {
    const words = (queueId: string, userId: string): readonly string[] => [
        ...['data', 'create', 'record', '--sobject', 'GroupMember'],
        ...['--values', `GroupId=${literal(queueId)} UserOrGroupId=${literal(userId)}`, '--target-org', org]
    ];
    const isMember = `SELECT Id FROM GroupMember WHERE Group.DeveloperName = ${literal(QUEUE)} AND UserOrGroupId = `;
    return {
        says: `Make ${user} a member of ${QUEUE}`,
        words: words(`id of ${QUEUE}`, `id of ${user}`),
        done: async (sf) => {
            const found = await queried(sf, org, isMember + literal(await userId(sf, org, user)));
            return found.length > 0 ? `${user} is a member already` : undefined;
        },
        finish: async (sf) => {
            const [queue] = await queried(sf, org, FOUND);
            return words(String(queue?.['Id']), await userId(sf, org, user));
        }
    };
}

async function userId(sf: Sf, org: string, username: string): Promise<string> {
    const soql = `SELECT Id FROM User WHERE IsActive = true AND Username = ${literal(username)}`;
    const [user] = await queried(sf, org, soql);
    if (!user) throw new Error(`No active user is called ${username}.`);
    return String(user['Id']);
}
