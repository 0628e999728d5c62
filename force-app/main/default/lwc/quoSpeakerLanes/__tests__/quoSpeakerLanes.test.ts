import QuoSpeakerLanes from 'c/quoSpeakerLanes';
import { labelsFor } from 'test/labels';
import { find, findAll, listen, mount, textOf } from 'test/mount';

const labels = labelsFor('transcript');
const LINES = [
    { side: 'us', who: 'Luc', start: 0, end: 2, text: 'Bonjour' },
    { side: 'them', who: '', start: 2, end: 6, text: 'Une fuite' },
    { side: 'us', who: 'Luc', start: 8, end: 10, text: 'J’arrive' }
];
const start = (props = {}) =>
    mount('c-quo-speaker-lanes', QuoSpeakerLanes, { lines: LINES, total: 20, position: 5, ...props });

test('each speaker has a strip, drawn over the length of the recording', async () => {
    const element = await start();
    const lanes = findAll(element, '.lane');
    expect(lanes.map((lane) => textOf(lane.querySelector('.who')))).toEqual(['Luc', labels.them]);
    expect(find(element, 'svg').getAttribute('viewBox')).toBe('0 0 20 10');
    const drawn = [...lanes[0].querySelectorAll('.speech')].map((one) => [
        one.getAttribute('x'),
        one.getAttribute('width')
    ]);
    expect(drawn).toEqual([
        ['0', '2'],
        ['8', '2']
    ]);
    expect(find(element, '.mark').getAttribute('x')).toBe('5');
    await expect(element).toBeAccessible();
});

test('in words, it is who spoke for how much of what was said', async () => {
    const description = find(await start(), '.lanes').getAttribute('aria-label');
    const half = language === 'fr' ? '50\u00A0%' : '50%';
    expect(description).toBe(
        labels.lanes.replace('{0}', `Luc ${half} ${language === 'fr' ? 'et' : 'and'} ${labels.them} ${half}`)
    );
});

test('a click asks to hear from there', async () => {
    const element = await start();
    const heard = listen(element, 'hear');
    const strip = find(element, 'svg');
    strip.getBoundingClientRect = () => ({ left: 100, width: 200 }) as DOMRect;
    strip.dispatchEvent(new MouseEvent('click', { clientX: 150 }));
    expect(heard).toHaveBeenCalledWith({ at: 5 });
});

test.each([
    ['of no known length', { total: 0 }],
    ['without times', { lines: [{ who: 'Sona', text: 'Bonjour' }] }]
])('a recording %s has no strips', async (_, props) => {
    expect(findAll(await start(props), '.lane')).toEqual([]);
});
