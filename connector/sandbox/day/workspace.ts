import { readFileSync } from 'node:fs';
import { z } from 'zod';

const User = z.strictObject({
    id: z.string().regex(/^US/),
    email: z.string(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    role: z.enum(['owner', 'admin', 'member'])
});

const Inbox = z.strictObject({
    id: z.string().regex(/^PN/),
    groupId: z.string().regex(/^GR/),
    name: z.string(),
    number: z.string().regex(/^\+[1-9]\d{1,14}$/),
    symbol: z.string().nullable(),
    forward: z.string().nullable().default(null),
    /** Names of users; the first one is who Quo credits when it has nobody better. */
    users: z.array(z.string()).min(1)
});

const CustomField = z.strictObject({
    key: z.string(),
    name: z.string(),
    type: z.enum(['address', 'boolean', 'date', 'multi-select', 'number', 'string', 'url'])
});

/** A contact that somebody typed into Quo: not ours to touch. */
const OwnContact = z.strictObject({
    id: z.string().regex(/^[0-9a-f]{24}$/),
    firstName: z.string(),
    lastName: z.string().nullable(),
    company: z.string().nullable(),
    source: z.string(),
    number: z.string()
});

const Workspace = z.strictObject({
    organization: z.strictObject({ id: z.string().regex(/^OR/), name: z.string() }),
    users: z.record(z.string(), User),
    inboxes: z.record(z.string(), Inbox),
    /** Sona's id: a system actor, which the API refuses to describe. */
    sona: z.string().regex(/^SYU/),
    customFields: z.array(CustomField),
    contacts: z.array(OwnContact)
});

export type Workspace = z.infer<typeof Workspace>;
export type WorkspaceUser = z.infer<typeof User>;
export type WorkspaceInbox = z.infer<typeof Inbox>;

/** The Quo workspace of the day: its inboxes, people and custom fields, by the names that scenarios use. */
export function loadWorkspace(): Workspace {
    return Workspace.parse(JSON.parse(readFileSync(new URL('workspace.json', import.meta.url), 'utf8')));
}
