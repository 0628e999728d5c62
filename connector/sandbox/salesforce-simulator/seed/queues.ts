import type { OrgState } from '../org-state.ts';
import type { Queue } from '../metadata/queue.ts';
import type { Schema } from '../schema/schema.ts';
import { findRow, rowNamed, type Insert } from './insert.ts';

/** @throws {Error} for an object or a user that is not there */
export function checkQueues(state: OrgState, schema: Schema, queues: readonly Queue[]): void {
    for (const { name, objects, users } of queues) {
        const missing = objects.find((object) => !schema.object(object));
        if (missing !== undefined) throw new Error(`The queue ${name} is for ${missing}, which does not exist.`);
        for (const username of users) rowNamed(state, 'User', 'Username', username);
    }
}

/** The queues that packages declare and an admin made, unless the org has them already. */
export function addQueues(state: OrgState, insert: Insert): void {
    for (const developerName of state.settings.customization.queues ?? [])
        addQueue(state, insert, ofTheAdmin(developerName));
    for (const queue of state.packages.flatMap(({ queues }) => [...queues])) addQueue(state, insert, queue);
}

function ofTheAdmin(developerName: string): Queue {
    const name = developerName.replaceAll('_', ' ');
    return { developerName, name, includesBosses: false, objects: ['Lead', 'Task'], users: [] };
}

function addQueue(state: OrgState, insert: Insert, queue: Queue): void {
    if (findRow(state, 'Group', 'DeveloperName', queue.developerName)) return;
    const id = insert('Group', {
        DeveloperName: queue.developerName,
        Name: queue.name,
        Type: 'Queue',
        DoesIncludeBosses: queue.includesBosses,
        DoesSendEmailToMembers: false
    });
    for (const object of queue.objects) {
        insert('QueueSobject', { QueueId: id, SobjectType: object });
    }
    for (const username of queue.users) {
        insert('GroupMember', { GroupId: id, UserOrGroupId: rowNamed(state, 'User', 'Username', username).Id });
    }
}
