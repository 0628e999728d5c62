import QuoRecordingPlayer from 'c/quoRecordingPlayer';
import { labelsFor } from 'test/labels';
import { find, mount, press, textOf } from 'test/mount';

const labels = labelsFor('recording');
const URL = 'https://connector.test/recordings/AC1';
const start = (props = {}) =>
    mount('c-quo-recording-player', QuoRecordingPlayer, { url: URL, duration: 125, ...props });
const audioOf = (element) => find(element, 'audio');

beforeEach(() => {
    jest.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(async function play() {
        this.dispatchEvent(new CustomEvent('play'));
    });
    jest.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(function pause() {
        this.dispatchEvent(new CustomEvent('pause'));
    });
});
afterEach(() => jest.restoreAllMocks());

test('plays and pauses with one button, which says what it will do', async () => {
    const element = await start();
    const button = find(element, '.play');
    expect([button.alternativeText, button.iconName]).toEqual([labels.play, 'utility:play']);
    await press(button);
    expect([button.alternativeText, button.iconName]).toEqual([labels.pause, 'utility:pause']);
    await press(button);
    expect(button.alternativeText).toBe(labels.play);
    await expect(element).toBeAccessible();
});

test('nothing is downloaded before somebody listens', async () => {
    const element = await start();
    expect(audioOf(element).getAttribute('preload')).toBe('none');
});

test('the position can be read and moved, by the slider and by ten seconds', async () => {
    const element = await start();
    const slider = find(element, '.position');
    expect([slider.max, slider.getAttribute('aria-valuetext')]).toEqual(['125', expect.stringContaining('2:05')]);
    slider.value = '60';
    slider.dispatchEvent(new CustomEvent('input'));
    expect(audioOf(element).currentTime).toBe(60);
    await press(find(element, '.forward'));
    expect(audioOf(element).currentTime).toBe(70);
    await press(find(element, '.back'));
    await press(find(element, '.back'));
    expect(audioOf(element).currentTime).toBe(50);
    expect(slider.getAttribute('aria-valuetext')).toContain('0:50');
});

test('moving never leaves the recording', async () => {
    const element = await start({ duration: 15 });
    await press(find(element, '.back'));
    expect(audioOf(element).currentTime).toBe(0);
    await press(find(element, '.forward'));
    await press(find(element, '.forward'));
    expect(audioOf(element).currentTime).toBe(15);
});

test('the position follows the playing', async () => {
    const element = await start();
    audioOf(element).currentTime = 42;
    audioOf(element).dispatchEvent(new CustomEvent('timeupdate'));
    await settled();
    expect(textOf(find(element, '.times'))).toBe('0:42 / 2:05');
});

test('speed is chosen from a list, and kept when playing starts', async () => {
    const element = await start();
    find(element, '.speed').dispatchEvent(new CustomEvent('select', { detail: { value: 1.5 } }));
    await settled();
    expect(find(element, '.speed').label).toBe(language === 'fr' ? '1,5×' : '1.5×');
    await press(find(element, '.play'));
    expect(audioOf(element).playbackRate).toBe(1.5);
});

test('where playing is not allowed, there is a link', async () => {
    const element = await start();
    audioOf(element).dispatchEvent(new CustomEvent('error'));
    await settled();
    expect(audioOf(element)).toBeNull();
    expect(textOf(element)).toContain(labels.cannotPlay);
    expect(find(element, 'a').href).toBe(URL);
    await expect(element).toBeAccessible();
});

test('after a failure it can be tried again: a sign-in elsewhere may have opened it', async () => {
    const element = await start();
    audioOf(element).dispatchEvent(new CustomEvent('error'));
    await settled();
    await press(find(element, '.retry'));
    expect(audioOf(element).getAttribute('src')).toBe(URL);
});

test('while it waits for the network, it says so; when sound comes, it shows the time', async () => {
    const element = await start();
    let begin;
    jest.mocked(HTMLMediaElement.prototype.play).mockReturnValue(new Promise((resolve) => (begin = resolve)));
    await press(find(element, '.play'));
    expect(textOf(find(element, '.waiting'))).toBe(labels.loading);
    begin();
    await settled();
    expect(find(element, '.waiting')).toBeNull();
    const isShownAfter = async (name) => {
        audioOf(element).dispatchEvent(new CustomEvent(name));
        await settled();
        return Boolean(find(element, '.waiting'));
    };
    expect(await isShownAfter('waiting')).toBe(true);
    expect(await isShownAfter('playing')).toBe(false);
    expect(await isShownAfter('waiting')).toBe(true);
    expect(await isShownAfter('pause')).toBe(false);
    await expect(element).toBeAccessible();
});

test.each([
    ['NotAllowedError', false],
    ['AbortError', true]
])('a start refused with %s keeps the player: %s', async (name, isKept) => {
    jest.mocked(HTMLMediaElement.prototype.play).mockRejectedValue(Object.assign(new Error(name), { name }));
    const element = await start();
    await press(find(element, '.play'));
    expect(Boolean(audioOf(element))).toBe(isKept);
});

test.each([
    ['just ended', new Date().toISOString(), labels.notReady],
    ['long ago', '2020-01-01T00:00:00Z', labels.none],
    ['never talked on', undefined, labels.none]
])('a call %s without a recording: it says so', async (_, expectedSince, text) => {
    const element = await start({ url: undefined, expectedSince });
    expect(textOf(find(element, '.explanation'))).toBe(text);
    await expect(element).toBeAccessible();
});

test('an unsafe address is never played', async () => {
    const element = await start({ url: 'javascript:alert(1)' });
    expect([audioOf(element), find(element, 'a')]).toEqual([null, null]);
});

test('an address that plays in place is told who looks, so that who lost the right is refused; any other stays as it is', async () => {
    const inPlace = await start({ url: `${URL}?c=one&d=20422&g=abc&s=x` });
    expect(audioOf(inPlace).getAttribute('src')).toBe(`${URL}?c=one&d=20422&g=abc&s=x&u=005000000000001AAA`);
    const other = await start({ url: `${URL}?c=one&s=x` });
    expect(audioOf(other).getAttribute('src')).toBe(`${URL}?c=one&s=x`);
});
