import { mergeSonaCalls, rowFromSonaCall, rowFromTask, searchableText } from 'c/quoTimelineRows';
import { callText, conversation, fromJean } from 'test/descriptions';
import { CONVERSATION, RECORDING, sonaNode, taskNode } from 'test/nodes';

test('a row says what the fields say; the text adds only what no field holds', () => {
    const row = rowFromTask(
        taskNode({
            Description: `${callText({ head: ['Répondu par Anne'], summary: ['Il rappellera.'] })}\nVu.`,
            handledBy: 'Luc',
            menuChoice: '2, Ventes'
        })
    );
    expect(row).toEqual({
        id: '00T000000000001AAA',
        taskId: '00T000000000001AAA',
        kind: 'call',
        direction: 'incoming',
        outcome: 'answered',
        startedAt: '2026-11-22T15:00:00.000Z',
        duration: 125,
        who: { id: '003000000000001AAA', name: 'Jean Tremblay' },
        owner: { id: '005000000000002AAA', name: 'Marie-Ève Gagnon' },
        spokeWith: 'Luc',
        menu: '2, Ventes',
        notes: ['Vu.'],
        inbox: 'Ventes',
        number: '+15145550123',
        summary: ['Il rappellera.'],
        nextSteps: [],
        recordingUrls: [RECORDING],
        conversationUrl: CONVERSATION,
        match: 'matched',
        messages: []
    });
});

test.each([
    ['an outgoing call', { CallType: 'Outbound' }, { direction: 'outgoing' }],
    ['an internal call', { CallType: 'Internal' }, { direction: undefined }],
    ['no start', { startedAt: null }, { startedAt: undefined }],
    ['a start without milliseconds', { startedAt: '2026-11-22T15:00:00Z' }, { startedAt: '2026-11-22T15:00:00.000Z' }],
    ['no number', { externalNumber: null }, { number: '' }],
    [
        'a conversation',
        { kind: 'Messages', Description: conversation([fromJean('Allo')]) },
        { kind: 'messages', notes: [] }
    ],
    ['a kind that nobody knows yet', { kind: 'Fax' }, { kind: 'call' }],
    ['an unsafe recording link', { recordingUrl: 'javascript:alert(1)' }, { recordingUrls: [] }]
])('reads %s', (_, fields, expected) => {
    const row = rowFromTask(taskNode(fields));
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, row[name]]))).toEqual(expected);
});

test('whoever may not read the recording field is not offered the links of the text either', () => {
    const { recordingUrl: _, ...node } = taskNode({ Description: callText({ recordings: [RECORDING] }) });
    expect(rowFromTask(node).recordingUrls).toEqual([]);
});

test('several recordings: the field’s first, the text’s others after it', () => {
    const second = 'https://connector.test/recordings/AC1/2';
    const node = taskNode({ Description: callText({ recordings: [RECORDING, second] }) });
    expect(rowFromTask(node).recordingUrls).toEqual([RECORDING, second]);
});

test('a conversation’s own link and reason are no notes', () => {
    const description = `10:00 ← Jean : Allo\nVoir la conversation : ${CONVERSATION}\nUne longue raison.\nNote à part`;
    const row = rowFromTask(
        taskNode({
            kind: 'Messages',
            key: 'sms_CN1_20261122T150000Z',
            Description: description,
            matchReason: 'Une longue raison.'
        })
    );
    expect(row.notes).toEqual(['Note à part']);
    expect(row.messages.map(({ text }) => text)).toEqual(['Allo']);
});

test('no sentence makes a fact: a summary that tells of a transfer leaves the call where it was', () => {
    const told = 'Call transferred to billing because the invoice was wrong.';
    const row = rowFromTask(taskNode({ Description: callText({ summary: [told] }) }));
    expect([row.summary, row.handedTo]).toEqual([[told], undefined]);
    expect(rowFromTask(taskNode({ transferredTo: 'Facturation' })).handedTo).toBe('Facturation');
});

test('a Task that continues another one says which part it is, with the instants of its own messages', () => {
    const at = '2026-11-22T15:42:10Z';
    const row = rowFromTask(
        taskNode({ kind: 'Messages', Description: conversation([fromJean('Suite', { at })], { number: 2, of: 3 }) })
    );
    expect([row.part, row.messages[0].at]).toEqual([{ number: 2, of: 3 }, at]);
});

test('a Sona record alone is a row: its Task may be archived', () => {
    expect(rowFromSonaCall(sonaNode({ taskId: '00T9' }))).toMatchObject({
        sonaId: 'a00000000000001AAA',
        taskId: '00T9',
        outcome: 'handled by Sona',
        direction: 'incoming',
        title: 'Fuite au plafond',
        summary: ['Une fuite au salon.', 'Depuis hier.'],
        nextSteps: ['Rappeler Jean'],
        who: { name: 'Jean Tremblay' }
    });
});

test('a caller whom nobody knows has the name that Sona was told', () => {
    const row = rowFromSonaCall(sonaNode({ callerName: 'Anne Roy' }, { contact: null }));
    expect(row.who).toEqual({ id: '', name: 'Anne Roy' });
});

test('a Sona call and its Task are one row, with the record’s title, summary and steps', () => {
    const task = rowFromTask(
        taskNode({ outcome: 'handled by Sona', Description: callText({ summary: ['Résumé du texte'] }) })
    );
    // Ids come in both lengths: 15 characters in text fields, 18 from the API.
    const sona = rowFromSonaCall(sonaNode({ taskId: task.id.slice(0, 15) }));
    const merged = mergeSonaCalls([task], [sona]);
    expect(merged).toHaveLength(1);
    expect(merged[0]).toMatchObject({ id: task.id, sonaId: sona.id, title: 'Fuite au plafond', summary: sona.summary });
});

test('an empty record takes nothing away from the Task', () => {
    const task = rowFromTask(taskNode({ Description: callText({ summary: ['Un résumé'] }) }));
    const sona = rowFromSonaCall(sonaNode({ taskId: task.id, summary: null, nextSteps: null, recordingUrl: null }));
    expect(mergeSonaCalls([task], [sona])[0]).toMatchObject({ summary: ['Un résumé'], recordingUrls: [RECORDING] });
});

test('a search finds people, numbers as typed, summaries and messages', () => {
    const text = searchableText(
        rowFromTask(taskNode({ kind: 'Messages', Description: conversation([fromJean('La toiture')]) }))
    );
    for (const word of ['Tremblay', '+15145550123', '5145550123', 'Ventes', 'toiture']) expect(text).toContain(word);
});

test('a recording that the text names by an address of its own is one, and is played by the field’s', () => {
    const inText = [`${RECORDING}/1?c=default&s=text`, `${RECORDING}/2?c=default&s=text`];
    const recordingUrl = `${RECORDING}/1?c=default&d=20000&g=1&s=field`;
    const row = rowFromTask(taskNode({ recordingUrl, Description: callText({ recordings: inText }) }));
    expect(row.recordingUrls).toEqual([recordingUrl, inText[1]]);
});

test('the photos of a text are shown by what its field proves, and nothing of it plays', () => {
    const link = 'https://connector.test/attachments/AC1/1?c=acme&w=t&s=x';
    const Description = conversation([fromJean('Voici', { attachments: [{ url: link, type: 'image/png' }] })]);
    const addressOf = (recordingUrl: string | null) => {
        const row = rowFromTask(taskNode({ kind: 'Messages', Description, recordingUrl }));
        expect(row.recordingUrls).toEqual([]);
        return row.messages[0]?.attachments[0]?.url;
    };
    expect(addressOf(`${link}&d=1&g=gen&p=proof`)).toBe(`${link}&d=1&g=gen&p=proof`);
    expect(addressOf(null)).toBe(link);
});
