/** The sounds of a test: elements that play and pause at once, and can be made to tell what a browser would. */
export const sounds: HTMLAudioElement[] = [];

/** The element that plays now, or played last. */
export const lastSound = () => sounds[sounds.length - 1];

export function hearSounds(): void {
    const create = document.createElement.bind(document);
    jest.spyOn(document, 'createElement').mockImplementation((name, options) => {
        const element = create(name, options);
        if (element instanceof HTMLAudioElement) sounds.push(element);
        return element;
    });
    jest.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(async function play() {
        Object.defineProperty(this, 'paused', { value: false, configurable: true });
        this.dispatchEvent(new CustomEvent('play'));
    });
    jest.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(function pause() {
        Object.defineProperty(this, 'paused', { value: true, configurable: true });
        this.dispatchEvent(new CustomEvent('pause'));
    });
}

export function forgetSounds(): void {
    jest.restoreAllMocks();
    sounds.splice(0);
}

/** Lets a sound tell something, after changing what it says of itself. */
export async function soundTells(sound: HTMLAudioElement, name: string, told: object = {}): Promise<void> {
    for (const [property, value] of Object.entries(told))
        Object.defineProperty(sound, property, { value, configurable: true, writable: true });
    sound.dispatchEvent(new CustomEvent(name));
    await settled();
}

/** What the browser tells of an address that the page's content security policy refused. */
export function blockMedia(address: string, effectiveDirective = 'media-src'): void {
    document.dispatchEvent(
        Object.assign(new CustomEvent('securitypolicyviolation'), { effectiveDirective, blockedURI: address })
    );
}
