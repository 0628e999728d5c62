import { updatesFor, groupByNumber } from 'c/quoUnmatchedGroups';
import { sonaNode, taskNode } from 'test/nodes';

const task = (Id, externalNumber, more = {}) => taskNode({ Id, externalNumber, match: 'unmatched', ...more });

test('gathers activities by number, most active first, then the latest', () => {
    const tasks = [
        task('t1', '+15145550001', { startedAt: '2026-11-22T10:00:00Z' }),
        task('t2', '+15145550002', { startedAt: '2026-11-22T09:00:00Z', inbox: 'Ventes' }),
        task('t3', '+15145550002', { startedAt: '2026-11-21T09:00:00Z', inbox: 'Soutien', match: 'ambiguous' }),
        task('t4', '+15145550003', { startedAt: '2026-11-20T09:00:00Z' }),
        task('t5', null),
        task('t6', 'anonymous'),
        task('t7', '72975')
    ];
    const groups = groupByNumber(tasks, []);
    expect(groups.map(({ number, count }) => [number, count])).toEqual([
        ['+15145550002', 2],
        ['+15145550001', 1],
        ['+15145550003', 1]
    ]);
    expect(groups[0]).toMatchObject({
        inboxes: ['Ventes', 'Soutien'],
        isAmbiguous: true,
        lastAt: '2026-11-22T09:00:00Z'
    });
});

test('a Sona call adds the caller’s own name, and counts once', () => {
    const [group] = groupByNumber(
        [task('t1', '+15145550001')],
        [sonaNode({ Id: 's1', callerNumber: '+15145550001', callerName: 'Anne Roy' })]
    );
    expect(group).toMatchObject({ count: 1, callerName: 'Anne Roy' });
    expect(group.activities).toEqual([
        { id: 't1', isSona: false },
        { id: 's1', isSona: true }
    ]);
});

const GROUP = {
    number: '+15145550001',
    count: 1,
    inboxes: [],
    isAmbiguous: false,
    activities: [
        { id: 't1', isSona: false },
        { id: 's1', isSona: true }
    ]
};

test.each([
    ['a contact', { id: '003', object: 'Contact' }, { WhoId: '003' }, { Contact__c: '003' }, 'matched'],
    [
        'a lead, beside which Salesforce takes no WhatId',
        { id: '00Q', object: 'Lead' },
        { WhoId: '00Q', WhatId: null },
        { Lead__c: '00Q' },
        'matched'
    ],
    ['an account', { id: '001', object: 'Account' }, { WhoId: null, WhatId: '001' }, { Account__c: '001' }, 'matched'],
    ['nobody: ignored', undefined, {}, {}, 'ignored']
])('one decision changes every activity: %s', (_, chosen, onTask, onSona, match) => {
    expect(updatesFor(GROUP, chosen as never)).toEqual([
        { Id: 't1', ...onTask, Quo_Match__c: match },
        { Id: 's1', ...onSona, Match__c: match }
    ]);
});
