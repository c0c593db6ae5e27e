// Read aloud, with a voice that says nothing but notes what it was to say.

const VOICE = `(() => {
    const said = [];
    let timer = 0;
    window.said = said;
    window.cancelled = 0;
    window.silent = false;
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    Object.defineProperty(window, 'speechSynthesis', { value: {
        getVoices: () => window.voices ?? [
            { lang: 'en-US', localService: true, name: 'far' },
            { lang: 'en-GB', localService: false, name: 'sent away' },
            { lang: 'en-GB', localService: true, name: 'near' }],
        speak(u) {
            const highlight = CSS.highlights?.get('duet-speech');
            const marked = highlight ? [...highlight].map(String).join('')
                : [...document.querySelectorAll('.speech')].map(e => e.textContent).join('');
            said.push({ text: u.text, voice: u.voice?.name, rate: u.rate, lang: u.lang, marked: marked.replace(/\\s+/g, ' ') });
            if (!window.silent) timer = setTimeout(() => u.onend({}), 5);
        },
        cancel() { window.cancelled += 1; clearTimeout(timer); },
    } });
})();`;
const NO_HIGHLIGHT = 'delete window.Highlight; delete CSS.highlights;';
const NO_SPEECH = 'delete window.speechSynthesis; delete Window.prototype.speechSynthesis; delete window.SpeechSynthesisUtterance;';

const said = page => page.evaluate(() => window.said);
const ended = page => page.waitForFunction(() => document.querySelector('[data-speak-status]').textContent !== '');

async function start(page) {
    await page.locator('[data-speak]').click();
    await page.locator('[data-speak-play]').click();
}

// The whole page read to its end, with the marks made in one way or the other.
async function readAll(open, scripts) {
    const findings = [];
    const page = await open('young/introduction.html', { scripts: [VOICE, ...scripts] });
    const before = await page.evaluate(() => document.querySelector('main').innerHTML);
    await start(page);
    await ended(page);
    const list = await said(page);
    const first = await page.evaluate(() => document.querySelector('main h1').textContent.trim());
    const words = list.map(s => s.text).join(' ');
    if (list.length < 8) findings.push(`only ${list.length} sentences were spoken`);
    if (!words.includes(first)) findings.push('the heading is not spoken');
    for (const s of list) {
        if (s.marked !== s.text) findings.push(`marked '${s.marked}' while saying '${s.text}'`);
        if (s.voice !== 'near') findings.push(`the voice is ${s.voice}`);
        if (s.text.length > 400) findings.push(`one breath for '${s.text}'`);
    }
    const paragraphs = await page.evaluate(() => [...document.querySelectorAll('.prose p')]
        .filter(p => !p.matches('.twin, .twin *')).map(p => p.innerText.replace(/\s+/g, ' ').trim()));
    for (const p of paragraphs.filter(p => /^[\w ,.’]+$/.test(p))) {
        if (!words.includes(p)) findings.push(`not spoken: ${p}`);
    }
    const after = await page.evaluate(() => document.querySelector('main').innerHTML);
    if (after !== before) findings.push('the page is not as it was');
    const nodes = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
        let split = 0;
        for (let node; (node = walker.nextNode());) split += node.previousSibling?.nodeType === 3;
        return split;
    });
    if (nodes > 0) findings.push(`${nodes} texts are left in pieces`);
    return findings;
}

export const checks = [{
    name: 'the page is read aloud a sentence at a time, each marked as it is spoken',
    faults: [['v.localService && ', ''], ["CSS.highlights.set('duet-speech', new Highlight(range));", ''],
        ["granularity: 'sentence'", "granularity: 'word'"], ["status.textContent = status.dataset.done;", '']],
    run: ({ open }) => readAll(open, []),
}, {
    name: 'the sentence is marked where the browser has no highlights, and the page is left whole',
    faults: [['parent.normalize();', ''], ['mark.replaceWith(...mark.childNodes);', ''], ["span.className = 'speech';", '']],
    run: ({ open }) => readAll(open, [NO_HIGHLIGHT]),
}, {
    name: 'sentences are found without a segmenter',
    faults: [["[^.!?…]+[.!?…]*", '[^]+']],
    async run({ open }) {
        const page = await open('young/introduction.html', { scripts: [VOICE, 'delete Intl.Segmenter;'] });
        await start(page);
        await ended(page);
        const list = await said(page);
        return list.filter(s => /[a-z]{3}[.!?] [A-Z]/.test(s.text)).map(s => `two sentences in one: ${s.text}`);
    },
}, {
    name: 'reading aloud pauses, goes on, goes back and stops, with the keyboard',
    faults: [['synth.cancel(); // the mark', '// the mark'], ['at = Math.max(0, at - 1);', ''],
        ["(now ? pause : play).focus();", ''], ["utterance.rate = RATES[root.dataset.rate] || 1;", '']],
    async run({ open }) {
        const findings = [];
        const page = await open('young/introduction.html', { scripts: [VOICE, 'window.silent = true;'] });
        const press = async name => {
            await page.locator(`[data-speak-${name}]`).focus();
            await page.keyboard.press('Enter');
        };
        const last = async () => (await said(page)).at(-1)?.text;
        await page.locator('[data-speak]').focus();
        await page.keyboard.press('Enter');
        if (!await page.evaluate(() => 'speakPlay' in document.activeElement.dataset)) findings.push('the focus does not go to Play');
        await page.keyboard.press('Enter');
        const first = await last();
        if (!await page.evaluate(() => 'speakPause' in document.activeElement.dataset)) findings.push('the focus is lost when Play goes');
        await press('on');
        const second = await last();
        if (second === first) findings.push('it does not go on to the next sentence');
        const cancelled = await page.evaluate(() => window.cancelled);
        await press('pause');
        if (await page.evaluate(() => window.cancelled) === cancelled) findings.push('Pause does not silence the voice');
        await press('play');
        if (await last() !== second) findings.push('it does not go on where it paused');
        await press('back');
        if (await last() !== first) findings.push('it does not go back');
        await page.locator('[data-look]').click();
        await page.locator('select[name="rate"]').selectOption('slow');
        if ((await said(page)).at(-1).rate !== 0.75) findings.push('the speed is not as chosen');
        await press('stop');
        if (await page.evaluate(() => CSS.highlights.has('duet-speech'))) findings.push('the mark stays after Stop');
        await page.keyboard.press('Escape');
        if (await page.locator('[data-speak-panel]').isVisible()) findings.push('Escape does not close it');
        return findings;
    },
}, {
    name: 'a browser whose voices are all elsewhere is not asked to speak',
    faults: [['if (known && !voice) {', 'if (false) {']],
    async run({ open }) {
        const page = await open('young/introduction.html', {
            scripts: [VOICE, "window.voices = [{ lang: 'en-GB', localService: false, name: 'sent away' }];"],
        });
        await start(page);
        await ended(page);
        return (await said(page)).map(s => `said ${s.text} with ${s.voice}`);
    },
}, {
    name: 'without speech there is no button for it',
    faults: [["if ('speechSynthesis' in window && 'SpeechSynthesisUtterance' in window) {", 'if (true) {']],
    async run({ open }) {
        const page = await open('young/introduction.html', { scripts: [NO_SPEECH] });
        const findings = [];
        if (await page.locator('[data-speak]').isVisible()) findings.push('the button is there');
        if (!await page.locator('[data-look]').isVisible()) findings.push('the other button is gone');
        return findings;
    },
}];
