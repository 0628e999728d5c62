import { parse, print, type OperationDefinitionNode } from 'graphql';
import { NO_FILTERS } from 'c/quoFilterState';
import {
    answersQuery,
    peopleQuery,
    periodStart,
    sonaWhere,
    taskWhere,
    timelineQuery,
    unmatchedQuery,
    usersQuery
} from 'c/quoQueries';

const MOMENT = { now: '2026-11-22T18:00:00Z', timeZone: 'America/Toronto' };
const CONTACT = { recordId: '003000000000001AAA', objectApiName: 'Contact' };
const whereOf = (text) => print(parse(`{ x(where: ${text}) }`)).replace(/\s+/g, ' ');
const tasks = (scope, filters = {}) => whereOf(taskWhere(scope, { ...NO_FILTERS, ...filters }, MOMENT));
const sona = (scope, filters = {}) => sonaWhere(scope, { ...NO_FILTERS, ...filters }, MOMENT);

test.each([
    ['the whole timeline', timelineQuery({ tasks: taskWhere(CONTACT, NO_FILTERS, MOMENT), sona: sona(CONTACT) })],
    ['Tasks alone', timelineQuery({ tasks: taskWhere(CONTACT, NO_FILTERS, MOMENT) })],
    ['Sona alone', timelineQuery({ sona: sona(CONTACT) })],
    ['answers', answersQuery()],
    ['unmatched numbers', unmatchedQuery()],
    ['people', peopleQuery()],
    ['users', usersQuery()]
])('the query for %s is GraphQL, and declares exactly the variables that it uses', (_, query) => {
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
    expect(tasks({ recordId: '001', objectApiName })).toContain(`{${field}: {eq: "001"}}`);
});

test('on an account, Sona calls of its contacts and opportunities are there too', () => {
    const where = whereOf(sona({ recordId: '001', objectApiName: 'Account' }));
    expect(where).toContain('{Contact__r: {AccountId: {eq: "001"}}}');
    expect(where).toContain('{Opportunity__r: {AccountId: {eq: "001"}}}');
});

test('without a record it is the user’s own activity, or everybody’s', () => {
    expect(tasks({ ownerId: '005' })).toContain('{OwnerId: {eq: "005"}}');
    expect(tasks({})).not.toContain('OwnerId');
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
    expect(tasks(CONTACT, filters)).toContain(condition);
});

test.each([[{ kind: 'texts' }], [{ kind: 'missed' }], [{ direction: 'outgoing' }]])(
    '%j asks for no Sona calls',
    (filters) => {
        expect(sona(CONTACT, filters)).toBeUndefined();
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
