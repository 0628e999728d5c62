import QuoChat from 'c/quoChat';
import { find, findAll, mount, textOf } from 'test/mount';

const ENTRIES = [
    {
        outgoing: false,
        author: 'Jean',
        text: 'Allo\nça va?',
        at: '2026-11-22T15:00:00Z',
        links: ['https://x.test/a/toit.jpg']
    },
    { outgoing: true, author: 'Luc', text: 'Oui', time: '10:02', links: ['javascript:alert(1)'] }
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

test('media are links with a name; nothing unsafe can be followed', async () => {
    const element = await start();
    const links = findAll(element, 'a');
    expect(links.map(({ href, rel }) => [href, rel])).toEqual([['https://x.test/a/toit.jpg', 'noopener noreferrer']]);
    expect(textOf(links[0])).toContain('toit.jpg');
});

test('what people write is text, never markup', async () => {
    const element = await mount('c-quo-chat', QuoChat, {
        label: 'Messages',
        entries: [{ outgoing: false, author: '<b>', text: '<img src=x onerror=alert(1)>' }]
    });
    expect(find(element, 'img')).toBeNull();
    expect(textOf(element)).toContain('<img src=x onerror=alert(1)>');
});
