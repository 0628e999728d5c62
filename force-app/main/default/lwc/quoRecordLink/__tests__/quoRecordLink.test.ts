import QuoRecordLink from 'c/quoRecordLink';
import { navigated } from 'lightning/navigation';
import { find, mount, textOf } from 'test/mount';

const JEAN = '003000000000001AAA';
const start = (props = {}) => mount('c-quo-record-link', QuoRecordLink, { label: 'Jean', recordId: JEAN, ...props });

test('it is a link with an address, for new tabs and the keyboard', async () => {
    const element = await start();
    expect(find(element, 'a').href).toBe(`https://example.test/${JEAN}`);
    expect(textOf(find(element, 'a'))).toBe('Jean');
    await expect(element).toBeAccessible();
});

test('a click stays within the app', async () => {
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    find(await start(), 'a').dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
    expect(navigated).toHaveBeenCalledWith({
        type: 'standard__recordPage',
        attributes: { recordId: JEAN, actionName: 'view' }
    });
});

test.each([['ctrlKey'], ['metaKey'], ['shiftKey']])('a click with %s is the browser’s own', async (key) => {
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, [key]: true });
    find(await start(), 'a').dispatchEvent(click);
    expect([click.defaultPrevented, navigated.mock.calls]).toEqual([false, []]);
});

test('another record has another address', async () => {
    const element = await start();
    element.recordId = '001000000000001AAA';
    await settled();
    expect(find(element, 'a').href).toContain('001000000000001AAA');
});

test('a purpose names what the link leads to, beside what it shows', async () => {
    const link = find(await start({ purpose: 'Open the task: Jean' }), 'a');
    expect([link.getAttribute('aria-label'), link.title]).toEqual(['Open the task: Jean', 'Open the task: Jean']);
    expect(textOf(link)).toBe('Jean');
    expect(find(await start(), 'a').hasAttribute('aria-label')).toBe(false);
});

test('in a narrow place it is cut, and covers nothing beside it', async () => {
    expect(find(await start({ isTruncated: true }), 'a').className).toContain('slds-truncate');
    expect(find(await start(), 'a').className).toBe('');
});

test('without a record it is only a name', async () => {
    const element = await start({ recordId: undefined });
    expect([find(element, 'a'), textOf(element)]).toEqual([null, 'Jean']);
});
