import 'test/without-use';
import QuoUnmatched from 'c/quoUnmatched';
import { find, mount } from 'test/mount';

test('whoever lacks the permission is told, and sees no number', async () => {
    const element = await mount('c-quo-unmatched', QuoUnmatched);
    expect(find(element, '.no-permission')).not.toBeNull();
    expect(find(element, 'c-quo-unmatched-number')).toBeNull();
    await expect(element).toBeAccessible();
});
