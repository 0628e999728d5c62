import SonaCall from 'c/sonaCall';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { registerRefreshHandler } from 'lightning/refresh';
import { labelsFor } from 'test/labels';
import { find, findAll, mount, textOf } from 'test/mount';

const labels = labelsFor('sona');
const CALL = 'a00000000000001AAA';
const field = (value) => ({ value });
const named = (name) => field({ fields: { Name: field(name) } });
const FIELDS = {
    Title__c: field('Fuite au plafond'),
    Outcome__c: field('contained'),
    Caller_Name__c: field('Jean Tremblay'),
    Caller_Number__c: field('+15145550123'),
    Inbox__c: field('Ventes'),
    Started_At__c: field('2026-11-22T15:00:00.000Z'),
    Duration__c: field(95),
    Summary__c: field('Une fuite.\nDepuis hier.'),
    Next_Steps__c: field('- Rappeler Jean\n- Apporter une bâche'),
    Follow_Up_Status__c: field('to do'),
    Follow_Up_Owner__c: field('005X'),
    Follow_Up_Owner__r: named('Luc Bouchard'),
    Recording_URL__c: field('https://connector.test/recordings/AC1'),
    Transcript__c: field('Sona : Bonjour\nJean Tremblay : Allo'),
    Conversation_URL__c: field('https://my.quo.com/inbox/PN1/c/CN1'),
    Contact__c: field('003000000000001AAA'),
    Contact__r: named('Jean Tremblay'),
    Account__c: field('001000000000001AAA'),
    Account__r: named('Chalets Tremblay'),
    Match__c: field('matched'),
    Match_Reason__c: field('Numéro de Jean.'),
    Task_Id__c: field('00T000000000001AAA')
};

let element;
async function tell(fields = {}) {
    getRecord.emit({ id: CALL, apiName: 'Sona_Call__c', fields: { ...FIELDS, ...fields } });
    await settled();
}
beforeEach(async () => {
    element = await mount('c-sona-call', SonaCall, { recordId: CALL });
});

test('everything is asked for as optional: a field less is a gap, not a failure', () => {
    const { fields, optionalFields } = getRecord.getLastConfig();
    expect(fields).toBeUndefined();
    expect(optionalFields).toContain('Sona_Call__c.Contact__r.Name');
    expect(optionalFields).toContain('Sona_Call__c.Recording_URL__c');
});

test('the next action comes first, then the story', async () => {
    await tell();
    expect(find(element, 'lightning-card').title).toBe('Fuite au plafond');
    expect(findAll(element, '.steps li').map(textOf)).toEqual(['Rappeler Jean', 'Apporter une bâche']);
    expect(find(element, 'c-sona-follow-up')).toMatchObject({
        status: 'to do',
        ownerId: '005X',
        ownerName: 'Luc Bouchard'
    });
    const headings = findAll(element, 'h3').map(textOf);
    expect(headings[0]).toBe(labels.nextSteps);
    expect(headings).toEqual(
        expect.arrayContaining([labels.summary, labels.answers, labels.handOff, labels.recording])
    );
    expect(findAll(element, '.summary').map(textOf)).toEqual(['Une fuite.', 'Depuis hier.']);
    await expect(element).toBeAccessible();
});

test('says who called and which records they are', async () => {
    await tell();
    expect(textOf(find(element, '.caller'))).toContain('(514) 555-0123');
    expect(find(element, '.call').getAttribute('href')).toContain('openphone://dial');
    const links = findAll(element, '.links c-quo-record-link').map(({ label, recordId }) => [label, recordId]);
    expect(links).toEqual([
        ['Jean Tremblay', '003000000000001AAA'],
        ['Chalets Tremblay', '001000000000001AAA']
    ]);
    expect(find(element, '.quo').href).toContain('my.quo.com');
});

test.each([
    [
        'nobody',
        { Match__c: field('unmatched'), Contact__c: field(null), Account__c: field(null) },
        labels.nobodyMatched
    ],
    [
        'several',
        { Match__c: field('ambiguous'), Contact__c: field(null), Account__c: field(null) },
        labels.severalMatched
    ]
])('matched to %s: it says so', async (_, fields, text) => {
    await tell(fields);
    expect(textOf(find(element, '.match'))).toBe(text);
});

test.each([
    ['kept to the end', {}, [labels.noHandOff]],
    [
        'taken',
        { Outcome__c: field('transferred'), Hand_Off_To__c: field('Ventes'), Answered_By__r: named('Luc') },
        ['Ventes', 'Luc']
    ],
    ['not taken', { Outcome__c: field('transferred'), Hand_Off_To__c: field('Ventes') }, ['Ventes', labels.notTaken]]
])('a call that was %s', async (_, fields, parts) => {
    await tell(fields);
    for (const part of parts) expect(textOf(find(element, '.hand-off'))).toContain(part);
});

test('the recording and what was said in it are one', async () => {
    await tell();
    expect(find(element, 'c-quo-call-recording')).toMatchObject({
        urls: ['https://connector.test/recordings/AC1'],
        taskId: '00T000000000001AAA',
        formerText: 'Sona : Bonjour\nJean Tremblay : Allo'
    });
});

test('a record without anything still says what is not there', async () => {
    getRecord.emit({ id: CALL, apiName: 'Sona_Call__c', fields: {} });
    await settled();
    const text = textOf(element);
    for (const sentence of [labels.noSummary, labels.noNextSteps]) expect(text).toContain(sentence);
    await expect(element).toBeAccessible();
});

test('loading and failing are told', async () => {
    expect(find(element, 'lightning-spinner').alternativeText).toBe(labels.loading);
    getRecord.error({ message: 'NOT_FOUND' }, 404, 'Not Found');
    await settled();
    expect(find(element, '.failed').sentence).toBe(labelsFor('errors').gone);
});

test('a refresh of the page fetches the record anew', async () => {
    await jest.mocked(registerRefreshHandler).mock.lastCall?.[1].call(element);
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: CALL }]);
});

test.each([
    ['the name that the caller gave', {}, 'Jean Tremblay'],
    [
        'the record, when the caller gave none',
        { Caller_Name__c: field(null), Contact__r: named('Jeanne Roy') },
        'Jeanne Roy'
    ],
    [
        'nothing but the number, once, when nobody is known',
        { Caller_Name__c: field(null), Contact__c: field(null), Account__c: field(null) },
        undefined
    ],
    [
        'that nobody is known, when the number is hidden',
        {
            Caller_Name__c: field(null),
            Contact__c: field(null),
            Account__c: field(null),
            Caller_Number__c: field(null)
        },
        labelsFor('timeline').unknownCaller
    ]
])('the caller is told by %s', async (_, fields: Record<string, unknown>, heading) => {
    await tell(fields);
    const name = find(element, '.caller-name');
    expect(name ? textOf(name) : undefined).toBe(heading);
    expect(Boolean(find(element, 'a.call'))).toBe(fields.Caller_Number__c === undefined);
});
