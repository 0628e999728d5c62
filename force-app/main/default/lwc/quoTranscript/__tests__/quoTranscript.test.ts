import QuoTranscript from 'c/quoTranscript';
import { labelsFor } from 'test/labels';
import { change, find, findAll, listen, mount, press, textOf } from 'test/mount';

const labels = labelsFor('transcript');
const LINES = [
    { side: 'us', who: 'Luc', start: 0, end: 2, text: 'Bonjour' },
    { side: 'us', who: 'Luc', start: 2, end: 4, text: 'Comment ça va?' },
    { side: 'them', who: '', start: 65, end: 70, text: 'J’ai une fuite' }
];
const start = (props = {}) => mount('c-quo-transcript', QuoTranscript, { lines: LINES, canHear: true, ...props });
const lit = (element) => findAll(element, '.line').findIndex((line) => line.getAttribute('aria-current') === 'true');
const reached = (element) => findAll(element, '.line').map((line) => line.getAttribute('tabindex'));
const key = async (element, name) => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key: name, cancelable: true }));
    await settled();
};

test('each line says when, who and what; a speaker who goes on is named to the eye once', async () => {
    const element = await start();
    expect(findAll(element, '.line').map(textOf)).toEqual([
        '0:00 Luc Bonjour',
        '0:02 Luc Comment ça va?',
        `1:05 ${labels.them} J’ai une fuite`
    ]);
    expect(findAll(element, '.who').map(textOf)).toEqual(['Luc', labels.them]);
    expect(findAll(element, '.item').map(({ className }) => className)).toEqual(['item us', 'item us', 'item them']);
    await expect(element).toBeAccessible();
});

test('a line that does not tell its side stands on none', async () => {
    const element = await start({ lines: [{ who: 'Sona', text: 'Bonjour' }] });
    expect([find(element, '.item').className, textOf(find(element, '.who'))]).toEqual(['item', 'Sona']);
});

test('the line that is heard is lit; before anything is heard, none is', async () => {
    const element = await start();
    expect(lit(element)).toBe(-1);
    const litAt = async (position) => {
        element.position = position;
        await settled();
        return lit(element);
    };
    expect([await litAt(1), await litAt(3), await litAt(66)]).toEqual([0, 1, 2]);
    await expect(element).toBeAccessible();
});

test('a click on a line asks to hear it', async () => {
    const element = await start();
    const heard = listen(element, 'hear');
    await press(findAll(element, '.line')[2]);
    expect(heard).toHaveBeenCalledWith({ at: 65 });
});

test('where nothing can be heard, the lines are no buttons and the box is reached by itself', async () => {
    const element = await start({ canHear: false });
    expect([findAll(element, 'button'), find(element, '.box').getAttribute('tabindex')]).toEqual([[], '0']);
    await expect(element).toBeAccessible();
});

test('Tab reaches one line, arrows lead to the others', async () => {
    const element = await start();
    expect(reached(element)).toEqual(['0', '-1', '-1']);
    await key(findAll(element, '.line')[0], 'ArrowDown');
    expect(reached(element)).toEqual(['-1', '0', '-1']);
    await key(findAll(element, '.line')[1], 'End');
    expect(reached(element)).toEqual(['-1', '-1', '0']);
    await key(findAll(element, '.line')[2], 'ArrowDown');
    expect(reached(element)).toEqual(['-1', '-1', '0']);
    await key(findAll(element, '.line')[2], 'Home');
    expect(element.shadowRoot?.activeElement).toBe(findAll(element, '.line')[0]);
});

test('a search marks what it finds and goes from one to the next, and round', async () => {
    const element = await start();
    await change(find(element, '.search'), 'a');
    expect(textOf(find(element, '.hits'))).toBe(labels.hitOf.replace('{0}', '1').replace('{1}', '2'));
    expect(findAll(element, 'mark').map(textOf)).toEqual(['a', 'a', 'a']);
    const found = () => findAll(element, '.item').findIndex(({ classList }) => classList.contains('found'));
    expect(found()).toBe(1);
    await press(find(element, '.next'));
    expect(found()).toBe(2);
    await key(find(element, '.search'), 'Enter');
    expect(found()).toBe(1);
    await press(find(element, '.previous'));
    expect(found()).toBe(2);
    await expect(element).toBeAccessible();
});

test('a search that finds nothing says so', async () => {
    const element = await start();
    await change(find(element, '.search'), 'zzz');
    expect(textOf(find(element, '.hits'))).toBe(labels.noHits);
    expect(find(element, '.next').disabled).toBe(true);
});

test('whoever looks elsewhere is not pulled back, and can go back', async () => {
    const element = await start({ position: 1 });
    expect(find(element, '.follow')).toBeNull();
    find(element, '.box').dispatchEvent(new CustomEvent('wheel'));
    await settled();
    element.position = 66;
    await settled();
    expect(find(element, '.follow').label).toBe(labels.follow);
    await press(find(element, '.follow'));
    expect(find(element, '.follow')).toBeNull();
});
