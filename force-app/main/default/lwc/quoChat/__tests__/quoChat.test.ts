import QuoChat from 'c/quoChat';
import { labelsFor } from 'test/labels';
import { find, findAll, mount, textOf } from 'test/mount';

const ENTRIES = [
    {
        outgoing: false,
        author: 'Jean',
        text: 'Allo\nça va?',
        at: '2026-11-22T15:00:00Z',
        attachments: [{ url: 'https://x.test/a/toit.jpg' }]
    },
    { outgoing: true, author: 'Luc', text: 'Oui', time: '10:02', attachments: [{ url: 'javascript:alert(1)' }] }
];
const start = () => mount('c-quo-chat', QuoChat, { label: 'Messages', entries: ENTRIES });

test('theirs on one side, ours on the other, each with author and time', async () => {
    const element = await start();
    const items = findAll(element, 'li');
    expect(items.map(({ className }) => className.match(/listitem_(\w+)/)[1])).toEqual(['inbound', 'outbound']);
    expect(items.map((item) => textOf(item.querySelector('.slds-chat-message__meta')))).toEqual(['Jean', 'Luc 10:02']);
    expect(find(element, 'lightning-formatted-date-time').value).toBe('2026-11-22T15:00:00Z');
    await expect(element).toBeAccessible();
});

const chat = (...entries) => mount('c-quo-chat', QuoChat, { label: 'Messages', entries });
const said = (text, ...urls) => ({
    outgoing: false,
    author: 'Jean',
    text,
    attachments: urls.map((url) => ({ url }))
});

test('a link shows its host first, and opens without handing the page over', async () => {
    const element = await start();
    const links = findAll(element, 'a');
    expect(links.map(({ href, rel }) => [href, rel])).toEqual([['https://x.test/a/toit.jpg', 'noopener noreferrer']]);
    expect(textOf(links[0])).toBe('x.test/…/toit.jpg');
});

test('an address that is not safe to follow is shown as it was typed, and is no link', async () => {
    const typed = ['javascript:alert(1)', 'http://x.test/a', 'https://my-bank.example@evil.example/login'];
    const element = await chat(said('Voyez', ...typed));
    expect(findAll(element, 'a')).toEqual([]);
    for (const address of typed) expect(textOf(element)).toContain(address);
});

test('an address that cannot be decoded leaves the conversation as it is', async () => {
    const element = await chat(said('Avant'), said('', 'https://x.example/%zz'), said('Après'));
    expect(findAll(element, 'li')).toHaveLength(3);
    expect(textOf(find(element, 'a'))).toBe('x.example/%zz');
});

test('one address twice in a message is two links', async () => {
    const element = await chat(said('', 'https://x.example/a', 'https://x.example/a'));
    expect(findAll(element, 'a')).toHaveLength(2);
});

test('a line that is an address is a link where it stands; words around an address are words', async () => {
    const element = await chat(said('Avant\nhttps://x.example/a\n  Après https://x.example/b'));
    expect(findAll(element, 'a').map(({ href }) => href)).toEqual(['https://x.example/a']);
    expect(findAll(element, '.words').map(({ textContent }) => textContent)).toEqual([
        'Avant',
        '  Après https://x.example/b'
    ]);
});

test('a text that did not arrive says so by itself, whatever it says', async () => {
    const element = await chat(
        { outgoing: true, author: 'Luc', text: 'Bonjour', state: 'undelivered' },
        said('(Message non livré)')
    );
    const states = findAll(element, '.slds-text-color_destructive').map(textOf);
    expect(states).toEqual([labelsFor('timeline').undelivered]);
});

test('what people write is text, never markup', async () => {
    const element = await mount('c-quo-chat', QuoChat, {
        label: 'Messages',
        entries: [{ outgoing: false, author: '<b>', text: '<img src=x onerror=alert(1)>' }]
    });
    expect(find(element, 'img')).toBeNull();
    expect(textOf(element)).toContain('<img src=x onerror=alert(1)>');
});

test('what was told to be a picture is a photo with a name; an address that looks like one is a link', async () => {
    const picture = { url: 'https://x.test/media/1', type: 'image/jpeg' };
    const element = await chat(
        { ...said('Voici'), attachments: [picture] },
        { ...said(''), attachments: [picture, { url: 'https://x.test/a.pdf', type: 'application/pdf' }, picture] },
        said('', 'https://x.test/toit.jpg'),
        { ...said(''), attachments: [{ url: 'javascript:alert(1)', type: 'image/png' }] }
    );
    const photo = labelsFor('photo');
    const numbered = (index) => photo.numbered.replace('{0}', index).replace('{1}', '2').replace('{2}', 'Jean');
    expect(findAll(element, 'c-quo-photo').map(({ url, name }) => [url, name])).toEqual([
        [picture.url, photo.alt.replace('{0}', 'Jean')],
        [picture.url, numbered('1')],
        [picture.url, numbered('2')]
    ]);
    expect(findAll(element, 'a').map(({ href }) => href)).toEqual(['https://x.test/a.pdf', 'https://x.test/toit.jpg']);
});
