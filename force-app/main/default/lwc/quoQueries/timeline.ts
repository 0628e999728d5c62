import { OBJECTS, SONA, TASK, relation } from 'c/quoSchema';

const PERSON = '{ Id Name { value } }';

/** A field that a user may lack is optional: its absence must not cost the whole list. */
const TASK_NODE = `
    Id Subject { value } Description { value } CallType { value } CallDurationInSeconds { value }
    CallDisposition { value } WhoId { value } WhatId { value } OwnerId { value }
    Owner { ... on User ${PERSON} }
    Who { ... on Contact ${PERSON} ... on Lead ${PERSON} }
    What { ... on Account ${PERSON} ... on Opportunity ${PERSON} }
    key: ${TASK.key} { value }
    kind: ${TASK.kind} { value }
    startedAt: ${TASK.startedAt} { value }
    outcome: ${TASK.outcome} { value }
    inbox: ${TASK.inbox} { value }
    externalNumber: ${TASK.externalNumber} { value }
    recordingUrl: ${TASK.recordingUrl} @optional { value }
    conversationUrl: ${TASK.conversationUrl} @optional { value }
    match: ${TASK.match} { value }
    matchReason: ${TASK.matchReason} @optional { value }`;

const SONA_NODE = `
    Id Name { value }
    contact: ${relation(SONA.contact)} ${PERSON}
    lead: ${relation(SONA.lead)} ${PERSON}
    account: ${relation(SONA.account)} ${PERSON}
    answeredBy: ${relation(SONA.answeredBy)} ${PERSON}
    taskId: ${SONA.taskId} { value }
    title: ${SONA.title} { value }
    summary: ${SONA.summary} { value }
    nextSteps: ${SONA.nextSteps} { value }
    outcome: ${SONA.outcome} { value }
    inbox: ${SONA.inbox} { value }
    startedAt: ${SONA.startedAt} { value }
    duration: ${SONA.duration} { value }
    callerName: ${SONA.callerName} { value }
    callerNumber: ${SONA.callerNumber} { value }
    followUpStatus: ${SONA.followUpStatus} { value }
    recordingUrl: ${SONA.recordingUrl} @optional { value }
    conversationUrl: ${SONA.conversationUrl} @optional { value }
    match: ${SONA.match} { value }
    matchReason: ${SONA.matchReason} @optional { value }`;

const newestFirst = (field: string) => `{ ${field}: { order: DESC, nulls: LAST } }`;
const PAGE = 'pageInfo { endCursor hasNextPage }';

export interface Branches {
    /** `where` texts; a branch that is absent is not asked. */
    readonly tasks?: string;
    readonly sona?: string;
}

/** One page of the timeline: both branches in one request. Variables: `first`, `tasksAfter`, `sonaAfter`. */
export function timelineQuery({ tasks, sona }: Branches): string {
    const variables = [
        '$first: Int',
        ...(tasks ? ['$tasksAfter: String'] : []),
        ...(sona ? ['$sonaAfter: String'] : [])
    ];
    const branch = (alias: string, object: string, where: string, order: string, node: string) =>
        `${alias}: ${object}(first: $first, after: $${alias}After, where: ${where}, orderBy: ${newestFirst(order)}) {
            edges { node { ${node} } } ${PAGE}
        }`;
    return `query quoTimeline(${variables.join(', ')}) { uiapi { query {
        ${tasks ? branch('tasks', 'Task', tasks, TASK.startedAt, TASK_NODE) : ''}
        ${sona ? branch('sona', OBJECTS.sonaCall, sona, SONA.startedAt, SONA_NODE) : ''}
    } } }`;
}
