import { debounce, startPolling } from 'c/quoPolling';

let now;
let poll;
let stop;
const see = (state) => {
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
};
const pass = (milliseconds) => {
    now += milliseconds;
    jest.advanceTimersByTime(milliseconds);
};

beforeEach(() => {
    jest.useFakeTimers();
    now = 1_000_000;
    poll = jest.fn();
    stop = startPolling(poll, () => now);
});
afterEach(() => {
    stop();
    jest.restoreAllMocks();
    jest.useRealTimers();
});

test('beats every minute while the page is seen', () => {
    pass(60_000);
    pass(60_000);
    expect(poll).toHaveBeenCalledTimes(2);
});

test('a hidden page costs nothing, and is fresh again once it is seen', () => {
    see('hidden');
    pass(180_000);
    expect(poll).not.toHaveBeenCalled();
    see('visible');
    expect(poll).toHaveBeenCalledTimes(1);
});

test('regaining focus refreshes once, however many events tell it', () => {
    pass(10_000);
    see('visible');
    window.dispatchEvent(new Event('focus'));
    expect(poll).toHaveBeenCalledTimes(1);
});

test('nothing beats after it was stopped', () => {
    stop();
    pass(60_000);
    window.dispatchEvent(new Event('focus'));
    expect(poll).not.toHaveBeenCalled();
});

test('of a burst only the last counts', () => {
    const run = jest.fn();
    const soon = debounce(300, run);
    soon('a');
    pass(200);
    soon('ab');
    pass(300);
    expect(run.mock.calls).toEqual([['ab']]);
});
