import { isSameRecord, shortId } from 'c/quoRecordIds';

test('15 and 18 characters name the same record; capitals matter', () => {
    expect(shortId('003000000000001AAA')).toBe('003000000000001');
    expect(isSameRecord('003000000000001AAA', '003000000000001')).toBe(true);
    expect(isSameRecord('003000000000001AAA', '003000000000002AAA')).toBe(false);
    expect(isSameRecord('00300000000000a', '00300000000000A')).toBe(false);
    expect(isSameRecord(undefined, undefined)).toBe(false);
});
