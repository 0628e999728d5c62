import QuoPhoto from 'c/quoPhoto';
import { labelsFor } from 'test/labels';
import { find, findAll, mount, press, textOf } from 'test/mount';

const labels = labelsFor('photo');
const URL = 'https://connector.test/media/AC1/1';
const start = () => mount('c-quo-photo', QuoPhoto, { url: URL, name: 'Photo de Jean' });

beforeEach(() => {
    // jsdom has no dialogs: https://github.com/jsdom/jsdom/issues/3294
    HTMLDialogElement.prototype.showModal = function showModal() {
        this.open = true;
    };
    HTMLDialogElement.prototype.close = function close() {
        this.open = false;
        this.dispatchEvent(new CustomEvent('close'));
    };
});

test('a photo is a thumbnail with a name, which a click shows large', async () => {
    const element = await start();
    expect(findAll(element, 'img').map(({ src, alt }) => [src, alt])).toEqual([[URL, 'Photo de Jean']]);
    await press(find(element, '.thumbnail'));
    expect([find(element, 'dialog').open, find(element, '.whole').alt]).toEqual([true, 'Photo de Jean']);
    await expect(element).toBeAccessible();
    await press(find(element, '.close'));
    expect([find(element, 'dialog').open, find(element, '.whole')]).toEqual([false, null]);
});

test('a click beside the large photo closes it, one on it does not', async () => {
    const element = await start();
    await press(find(element, '.thumbnail'));
    await press(find(element, '.whole'));
    expect(find(element, 'dialog').open).toBe(true);
    await press(find(element, 'dialog'));
    expect(find(element, 'dialog').open).toBe(false);
});

test('where the page may not show it, it says so and gives the link', async () => {
    const element = await start();
    find(element, 'img').dispatchEvent(new CustomEvent('error'));
    await settled();
    expect(textOf(find(element, '.failed'))).toBe(labels.failed);
    expect(find(element, 'a').href).toBe(URL);
    await expect(element).toBeAccessible();
    element.url = `${URL}?renewed`;
    await settled();
    expect(find(element, 'img').src).toBe(`${URL}?renewed`);
});

test('an address that shows in place is told who looks', async () => {
    const element = await mount('c-quo-photo', QuoPhoto, { url: `${URL}?w=t&g=gen&p=proof`, name: 'Photo de Jean' });
    expect(find(element, 'img').src).toBe(`${URL}?w=t&g=gen&p=proof&u=005000000000001AAA`);
});
