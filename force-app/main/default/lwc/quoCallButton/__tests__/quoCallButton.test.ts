import QuoCallButton from 'c/quoCallButton';
import { getRecord } from 'lightning/uiRecordApi';
import { labelsFor } from 'test/labels';
import { find, findAll, mount, textOf } from 'test/mount';

const labels = labelsFor('calling');
const JEAN = '003000000000001AAA';
const start = (objectApiName = 'Contact') =>
    mount('c-quo-call-button', QuoCallButton, { recordId: JEAN, objectApiName });
const field = (value) => ({ value });
async function tell(fields) {
    getRecord.emit({ id: JEAN, fields });
    await settled();
}

test('each number of the record can be called and texted, once', async () => {
    const element = await start();
    await tell({
        MobilePhone: field('+1 514-555-0123'),
        Phone: field('+15145550123'),
        HomePhone: field('450 555-0100')
    });
    expect(findAll(element, '.number').map(textOf)).toEqual([
        `${labels.mobile} (514) 555-0123`,
        `${labels.home} (450) 555-0100`
    ]);
    const [call] = findAll(element, '.call');
    expect(call.getAttribute('href')).toBe('openphone://dial?number=%2B15145550123&action=call');
    expect(call.getAttribute('aria-label')).toContain('(514) 555-0123');
    expect(find(element, '.text').getAttribute('href')).toBe('openphone://message?number=%2B15145550123');
    await expect(element).toBeAccessible();
});

test.each([
    ['Contact', 'Contact.MobilePhone'],
    ['Lead', 'Lead.MobilePhone'],
    ['Account', 'Account.Phone'],
    ['Opportunity', 'Opportunity.Account.Phone']
])('a %s is asked for %s', async (objectApiName, name) => {
    await start(objectApiName);
    expect(getRecord.getLastConfig().optionalFields).toContain(name);
});

test('an opportunity is reached through its account', async () => {
    const element = await start('Opportunity');
    await tell({ Account: field({ fields: { Phone: field('514 555-0199') } }) });
    expect(textOf(find(element, '.number'))).toBe(`${labels.account} (514) 555-0199`);
});

test.each([
    ['no number', { Phone: field(null) }],
    ['a word', { Phone: field('unlisted') }]
])('%s: it says what to do', async (_, fields) => {
    const element = await start();
    await tell(fields);
    expect(textOf(find(element, '.empty'))).toContain(labels.noNumberRemedy);
    await expect(element).toBeAccessible();
});
