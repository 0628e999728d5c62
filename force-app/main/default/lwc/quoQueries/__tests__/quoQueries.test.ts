import { parse, print, type OperationDefinitionNode } from 'graphql';
import { NO_FILTERS } from 'c/quoFilterState';
import {
    answersQuery,
    leftOutOf,
    peopleQuery,
    periodStart,
    planSona,
    planTasks,
    timelineQuery,
    unmatchedQuery,
    usersQuery
} from 'c/quoQueries';
import { ASSUME_ALL, readAccessOf } from 'c/quoReadAccess';
import { objectInfos } from 'test/objectInfos';

const MOMENT = { now: '2026-11-22T18:00:00Z', timeZone: 'America/Toronto' };
const CONTACT = { recordId: '003000000000001AAA', objectApiName: 'Contact' };
const ACCOUNT = { recordId: '001', objectApiName: 'Account' };
const less = (given) => readAccessOf(objectInfos(given));
const plain = (text) => print(parse(`{ x(where: ${text}) }`)).replace(/\s+/g, ' ');
const tasks = (scope, filters = {}, access = ASSUME_ALL) =>
    planTasks(scope, { ...NO_FILTERS, ...filters }, MOMENT, access);
const sona = (scope, filters = {}, access = ASSUME_ALL) =>
    planSona(scope, { ...NO_FILTERS, ...filters }, MOMENT, access);
const whereOf = (plan): string => {
    expect(plan.kind).toBe('asked');
    return plain(plan.where);
};
const BOTH = { tasks: whereText(tasks(CONTACT)), sona: whereText(sona(CONTACT)) };
function whereText(plan) {
    return plan.where as string;
}

test.each<[string, string | undefined]>([
    ['the whole timeline', timelineQuery(BOTH, ASSUME_ALL)],
    ['Tasks alone', timelineQuery({ tasks: BOTH.tasks }, ASSUME_ALL)],
    ['Sona alone', timelineQuery({ sona: BOTH.sona }, ASSUME_ALL)],
    ['the timeline without names', timelineQuery(BOTH, ASSUME_ALL, false)],
    ['somebody who may read little', timelineQuery(BOTH, less({ Lead: 403, User: 403, Task: [], Sona_Call__c: [] }))],
    ['answers', answersQuery()],
    ['unmatched numbers', unmatchedQuery(ASSUME_ALL)],
    ['unmatched numbers without Sona', unmatchedQuery(less({ Sona_Call__c: 404 }))],
    ['people', peopleQuery(ASSUME_ALL)],
    ['people without leads', peopleQuery(less({ Lead: 403, Contact: [] }))],
    ['users', usersQuery(ASSUME_ALL)]
])('the query for %s is GraphQL, and declares exactly the variables that it uses', (_, query = '') => {
    const document = parse(query);
    const { variableDefinitions = [] } = document.definitions[0] as OperationDefinitionNode;
    const declared = variableDefinitions.map(({ variable }) => variable.name.value);
    for (const name of declared) expect(query.split(`$${name}`).length).toBeGreaterThan(2);
    for (const [, name] of query.matchAll(/\$(\w+)/g)) expect(declared).toContain(name);
});

test.each([
    ['Contact', 'WhoId'],
    ['Lead', 'WhoId'],
    ['Account', 'AccountId'],
    ['Opportunity', 'WhatId']
])('on a %s, Tasks are those whose %s it is', (objectApiName, field) => {
    expect(whereOf(tasks({ recordId: '001', objectApiName }))).toContain(`{${field}: {eq: "001"}}`);
});

test('on an account, Sona calls of its contacts and opportunities are there too', () => {
    const where = whereOf(sona(ACCOUNT));
    expect(where).toContain('{Contact__r: {AccountId: {eq: "001"}}}');
    expect(where).toContain('{Opportunity__r: {AccountId: {eq: "001"}}}');
});

test('without a record it is the user’s own activity, or everybody’s', () => {
    expect(whereOf(tasks({ ownerId: '005' }))).toContain('{OwnerId: {eq: "005"}}');
    expect(whereOf(tasks({}))).not.toContain('OwnerId');
});

test.each([
    [{ kind: 'calls' }, '{Quo_Kind__c: {eq: "Call"}}'],
    [{ kind: 'texts' }, '{Quo_Kind__c: {eq: "Messages"}}'],
    [{ kind: 'sona' }, '{Quo_Outcome__c: {eq: "handled by Sona"}}'],
    [{ kind: 'missed' }, '{Quo_Outcome__c: {in: ["missed", "voicemail", "abandoned"]}}'],
    [{ direction: 'outgoing' }, '{or: [{CallType: {eq: "Outbound"}}, {Quo_Kind__c: {eq: "Messages"}}]}'],
    [{ person: { role: 'who', id: '003x' } }, '{WhoId: {eq: "003x"}}'],
    [{ person: { role: 'owner', id: '005x' } }, '{OwnerId: {eq: "005x"}}'],
    [{ inbox: 'Ventes "Nord"' }, '{Quo_Inbox__c: {eq: "Ventes \\"Nord\\""}}'],
    [{ period: 'today' }, '{Quo_Started_At__c: {gte: {value: "2026-11-22T05:00:00.000Z"}}}']
])('the choice %j is a condition of the org’s', (filters, condition) => {
    expect(whereOf(tasks(CONTACT, filters))).toContain(condition);
});

test.each([[{ kind: 'texts' }], [{ kind: 'missed' }], [{ direction: 'outgoing' }]])(
    '%j asks for no Sona calls',
    (filters) => {
        expect(sona(CONTACT, filters)).toEqual({ kind: 'empty' });
    }
);

test.each([
    ['all', undefined],
    ['today', '2026-11-22T05:00:00.000Z'],
    ['7', '2026-11-16T05:00:00.000Z'],
    // Before the clocks went back, midnight was at 4:00 UTC.
    ['30', '2026-10-24T04:00:00.000Z']
] as const)('the period “%s” begins at %s in the user’s time zone', (period, start) => {
    expect(periodStart(period, MOMENT)).toBe(start);
});

const TASK_BASICS = ['Quo_Key__c', 'Quo_Kind__c', 'Quo_Started_At__c'];

test('a query names no object and no field that this user may not read', () => {
    const access = less({ Lead: 403, Opportunity: 404, Task: TASK_BASICS, Sona_Call__c: ['Started_At__c', 'Lead__c'] });
    const query = timelineQuery(BOTH, access);
    expect(query).toContain('... on Contact');
    for (const absent of ['on Lead', 'on Opportunity', 'Lead__r', 'Description', 'CallType', 'Title__c', 'Contact__r'])
        expect(query).not.toContain(absent);
});

test('without names, no other object is named', () => {
    const query = timelineQuery(BOTH, ASSUME_ALL, false);
    for (const absent of ['Who', 'What', 'Owner', 'Contact__r'])
        expect(query).not.toMatch(new RegExp(`\\b${absent}\\b`));
    expect(query).toContain('Quo_Inbox__c');
});

test.each([
    ['the object', { Task: 403 }, {}],
    ['the key', { Task: ['Quo_Kind__c', 'Quo_Started_At__c'] }, {}],
    ['the field of the chosen inbox', { Task: TASK_BASICS }, { inbox: 'Ventes' }],
    ['the field of the chosen direction', { Task: TASK_BASICS }, { direction: 'incoming' }],
    ['the field of the chosen kind', { Task: TASK_BASICS }, { kind: 'missed' }]
])('Tasks are not asked for where %s may not be read', (_, access, filters) => {
    expect(tasks(CONTACT, filters, less(access))).toEqual({ kind: 'denied' });
});

test('Tasks are asked for with the least that tells them apart', () => {
    expect(tasks(CONTACT, {}, less({ Task: TASK_BASICS })).kind).toBe('asked');
});

test('Sona calls of an account are found in the ways that this user may read', () => {
    const where = whereOf(sona(ACCOUNT, {}, less({ Opportunity: 403 })));
    expect(where).toContain('{or: [{Account__c: {eq: "001"}}, {Contact__r: {AccountId: {eq: "001"}}}]}');
    const only = whereOf(sona(ACCOUNT, {}, less({ Sona_Call__c: ['Started_At__c', 'Account__c'] })));
    expect(only).toContain('{and: [{Started_At__c: {ne: null}}, {Account__c: {eq: "001"}}]}');
    expect(sona(ACCOUNT, {}, less({ Sona_Call__c: ['Started_At__c'] }))).toEqual({ kind: 'denied' });
    expect(sona(CONTACT, {}, less({ Sona_Call__c: 404 }))).toEqual({ kind: 'denied' });
});

test('what is left out is named once, and only what could stand on the page', () => {
    const access = less({ Lead: 403, Opportunity: 403, Task: [...TASK_BASICS, 'CallType'], Sona_Call__c: [] });
    expect(leftOutOf(BOTH, CONTACT, access)).toEqual(expect.arrayContaining(['opportunity', 'summary', 'duration']));
    expect(leftOutOf(BOTH, CONTACT, access)).not.toContain('lead');
    expect(leftOutOf(BOTH, CONTACT, access)).not.toContain('direction');
    expect(leftOutOf(BOTH, {}, access)).toContain('lead');
    expect(new Set(leftOutOf(BOTH, {}, access)).size).toBe(leftOutOf(BOTH, {}, access).length);
    expect(leftOutOf(BOTH, {}, ASSUME_ALL)).toEqual([]);
    expect(leftOutOf(BOTH, {}, ASSUME_ALL, false)).toEqual(['names']);
});

test('who may not hear recordings is told so by the player, not by the page', () => {
    const names = [
        ...TASK_BASICS,
        'Description',
        'CallType',
        'CallDurationInSeconds',
        'Quo_Outcome__c',
        'Quo_Inbox__c'
    ];
    const course = ['Handled_By', 'Transferred_To', 'Menu_Choice', 'Voicemail_Duration'].map(
        (name) => `Quo_${name}__c`
    );
    const others = [
        ...course,
        'Quo_External_Number__c',
        'Quo_Conversation_URL__c',
        'Quo_Match__c',
        'Quo_Match_Reason__c'
    ];
    expect(leftOutOf({ tasks: BOTH.tasks }, CONTACT, less({ Task: [...names, ...others] }))).toEqual([]);
});

test('a person’s search needs somebody to search among', () => {
    expect(peopleQuery(less({ Contact: 403, Lead: 403, Account: 403 }))).toBeUndefined();
    expect(usersQuery(less({ User: 403 }))).toBeUndefined();
});
