import { loadHabits, saveHabits } from '../habits';

const USER = '005000000000001AAA';
const KEY = `quo.listening.${USER}`;
const EVERYBODY = { speed: 1, skipsSilence: false };

test('how one listens is kept for the user, and for no other', () => {
    saveHabits(USER, { speed: 1.25, skipsSilence: true });
    expect(loadHabits(USER)).toEqual({ speed: 1.25, skipsSilence: true });
    expect(loadHabits('005000000000002AAA')).toEqual(EVERYBODY);
});

test.each([['{'], ['null'], ['7'], ['{"speed":16,"skipsSilence":"yes"}'], ['[]']])(
    'what is kept as %s is what everybody begins with',
    (kept) => {
        window.localStorage.setItem(KEY, kept);
        expect(loadHabits(USER)).toEqual(EVERYBODY);
    }
);

test('where the browser keeps nothing, nothing breaks', () => {
    const refuse = () => {
        throw new Error('denied');
    };
    const storage = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
    const reading = jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
    saveHabits(USER, { speed: 2, skipsSilence: true });
    expect(loadHabits(USER)).toEqual(EVERYBODY);
    storage.mockRestore();
    reading.mockRestore();
});
