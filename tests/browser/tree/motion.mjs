// What moves on a page although the reader asked for less motion.

// Set before the page's own scripts run: notes what they set in motion.
export function watchMotion() {
    window.moved = [];
    for (const name of ['scrollIntoView', 'scrollTo', 'scrollBy', 'scroll']) {
        for (const holder of [Element.prototype, window]) {
            const usual = holder[name];
            if (!usual) continue;
            holder[name] = function (...given) {
                if (given.some(value => value?.behavior === 'smooth')) window.moved.push(`${name} is smooth`);
                return usual.apply(this, given);
            };
        }
    }
    for (const name of ['animate', 'startViewTransition']) {
        for (const holder of [Element.prototype, Document.prototype]) {
            const usual = holder[name];
            if (!usual) continue;
            holder[name] = function (...given) {
                window.moved.push(`${name} is called`);
                return usual.apply(this, given);
            };
        }
    }
}

// Runs in the page: at most 0.01 s of anything. Pictures that move by themselves
// do not know what the reader asked for.
function moving() {
    const LONGEST = 0.01;
    const tag = e => e.cloneNode(false).outerHTML.slice(0, 120);
    const longest = times => Math.max(...times.split(',').map(parseFloat));
    const findings = [...window.moved ?? []];
    for (const e of document.querySelectorAll('*')) {
        for (const part of [null, '::before', '::after', '::backdrop', '::details-content']) {
            const style = getComputedStyle(e, part);
            const what = `${tag(e)}${part ?? ''}`;
            if (longest(style.transitionDuration) + Math.max(0, longest(style.transitionDelay)) > LONGEST) findings.push(`a transition: ${what}`);
            if (style.animationName !== 'none' && longest(style.animationDuration) > LONGEST) findings.push(`an animation: ${what}`);
            if (part === null && style.scrollBehavior === 'smooth') findings.push(`scrolls smoothly: ${what}`);
        }
    }
    for (const animation of document.getAnimations()) {
        const { activeDuration, target } = { ...animation.effect?.getComputedTiming(), target: animation.effect?.target };
        if (animation.playState === 'running' && activeDuration > LONGEST * 1000) findings.push(`is running: ${target ? tag(target) : 'an animation'}`);
    }
    for (const e of document.querySelectorAll('animate, animateMotion, animateTransform, set, marquee, blink, video[autoplay], img[src$=".gif"], meta[http-equiv="refresh"]')) {
        findings.push(`moves by itself: ${tag(e)}`);
    }
    const rules = list => [...list].flatMap(rule => [rule, ...rule.cssRules ? rules(rule.cssRules) : []]);
    for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
        let all = [];
        try {
            all = rules(sheet.cssRules);
        } catch {
            continue; // from the disk no sheet can be read; its pages are seen over http
        }
        const under = rule => rule.parentRule ? [rule.parentRule, ...under(rule.parentRule)] : [];
        const asked = rule => under(rule).every(r => !r.media || matchMedia(r.media.mediaText).matches);
        for (const rule of all.filter(r => r.constructor.name === 'CSSViewTransitionRule' && r.navigation === 'auto')) {
            if (asked(rule)) findings.push('pages change into one another');
        }
    }
    return findings;
}

export const motion = page => page.evaluate(moving);
