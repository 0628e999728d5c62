import type { SonaNode, TaskNode } from 'c/quoTimelineRows';

/** What the org answers, for tests: a whole node with the given parts changed. */
type Given = Readonly<Record<string, unknown>>;

const value = (given) => ({ value: given });
const texts = (fields) => Object.fromEntries(Object.entries(fields).map(([name, given]) => [name, value(given)]));

export const JEAN = { Id: '003000000000001AAA', Name: value('Jean Tremblay') };
export const MARIE = { Id: '005000000000002AAA', Name: value('Marie-Ève Gagnon') };
export const RECORDING = 'https://connector.test/recordings/AC1';
export const CONVERSATION = 'https://my.quo.com/inbox/PN1/c/CN1?at=AC1';

/** A Task of an answered call from Jean; `fields` are plain values, `nodes` go in as they are. */
export function taskNode(fields: Given = {}, nodes: Given = {}): TaskNode {
    const { Id = '00T000000000001AAA', ...others } = fields;
    return {
        Id,
        Who: JEAN,
        What: null,
        Owner: MARIE,
        ...texts({
            kind: 'Call',
            outcome: 'answered',
            CallType: 'Inbound',
            CallDurationInSeconds: 125,
            startedAt: '2026-11-22T15:00:00.000Z',
            inbox: 'Ventes',
            externalNumber: '+15145550123',
            match: 'matched',
            recordingUrl: RECORDING,
            conversationUrl: CONVERSATION,
            ...others
        }),
        ...nodes
    } as never;
}

export function sonaNode(fields: Given = {}, nodes: Given = {}): SonaNode {
    const { Id = 'a00000000000001AAA', ...others } = fields;
    return {
        Id,
        contact: JEAN,
        lead: null,
        account: null,
        answeredBy: null,
        ...texts({
            title: 'Fuite au plafond',
            summary: 'Une fuite au salon.\nDepuis hier.',
            nextSteps: '- Rappeler Jean',
            outcome: 'contained',
            startedAt: '2026-11-22T14:00:00.000Z',
            duration: 95,
            callerNumber: '+15145550123',
            followUpStatus: 'to do',
            match: 'matched',
            ...others
        }),
        ...nodes
    } as never;
}

interface Answer {
    readonly tasks?: readonly object[] | null;
    readonly sona?: readonly object[] | null;
    /** Cursors of what follows. */
    readonly more?: { readonly tasks?: string; readonly sona?: string };
}

/** One answer with both branches; a branch given as null is one that failed. */
export function answer({ tasks = [], sona = [], more = {} }: Answer = {}) {
    const connection = (nodes, cursor) =>
        nodes && {
            edges: nodes.map((node) => ({ node })),
            pageInfo: { hasNextPage: Boolean(cursor), endCursor: cursor ?? null }
        };
    return { uiapi: { query: { tasks: connection(tasks, more.tasks), sona: connection(sona, more.sona) } } };
}
