// Faults in a page that is without fault: each a change to the page and the
// beginning of the finding that it must give. A judge that misses one proves nothing.

export const heardFaults = [
    ['0 landmarks are main', () => document.querySelector('main').setAttribute('role', 'presentation')],
    ['2 landmarks are main', () => document.body.append(Object.assign(document.createElement('main'), { textContent: 'Two' }))],
    ['2 landmarks are banner', () => document.body.append(Object.assign(document.createElement('header'), { textContent: 'Two' }))],
    ['0 landmarks are contentinfo', () => document.querySelector('body > footer, footer').setAttribute('role', 'group')],
    ['two landmarks are navigation', () => document.body.append(document.querySelector('nav').cloneNode(true))],
    ['no name: navigation', () => document.querySelectorAll('nav').forEach(e => {
        e.removeAttribute('aria-label');
        e.removeAttribute('aria-labelledby');
    })],
    ['no name: link', () => { document.querySelector('main section a[href]').innerHTML = '<svg width="9" height="9"></svg>'; }],
    ['no name: button', () => document.querySelector('main').insertAdjacentHTML('beforeend', '<button aria-label=" ">!</button>')],
    ['no name: textbox', () => document.querySelector('main').insertAdjacentHTML('beforeend', '<input>')],
    ['no name: image', () => document.querySelector('main').insertAdjacentHTML('beforeend',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" width="9" height="9">')],
    ['no name: heading', () => document.querySelector('main').insertAdjacentHTML('beforeend', '<h2>–</h2>')],
    ['the name is not what is seen', () => document.querySelector('main section a[href]').setAttribute('aria-label', 'More')],
    // an empty box between two words takes their space away
    ['the name is not what is seen', () => {
        document.querySelector('main section a[href]').innerHTML = '<b>One</b> <b id="planted">two</b>';
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('#planted::before { content: ""; display: inline-block; margin-inline: 1em }');
        document.adoptedStyleSheets = [sheet];
    }],
    ['level 4 after level', () => {
        const h2 = document.querySelector('h2');
        h2.outerHTML = `<h4>${h2.innerHTML}</h4>`;
    }],
    ['level 1 again', () => document.querySelector('main').insertAdjacentHTML('beforeend', '<h1>Two</h1>')],
    ['a list is not read as one', () => document.querySelector('main').insertAdjacentHTML('beforeend',
        '<div aria-hidden="true"><ul><li>One</li></ul></div>')],
    ['a list is read as', () => document.querySelector('main section ul + ul, main section ul').setAttribute('role', 'group')],
    ['in a list, but no item', () => document.querySelector('main section ul + ul, main section ul').append(Object.assign(document.createElement('p'), { textContent: 'No item' }))],
    ['an empty list', () => document.querySelector('main').insertAdjacentHTML('beforeend', '<ul style="height: 9px"></ul>')],
    ['an item outside a list', () => document.querySelector('main').insertAdjacentHTML('beforeend', '<li>One</li>')],
    ['takes the focus and is not heard', () => document.querySelector('main').insertAdjacentHTML('beforeend',
        '<p aria-hidden="true"><a href="#x">A link</a></p>')],
    ['leads to this page and does not say so', () => document.querySelector('nav ul').insertAdjacentHTML('beforeend',
        `<li><a href="${location.href.split('#')[0]}">Here</a></li>`)],
    ['no language: <html', () => document.documentElement.removeAttribute('lang')],
    ['no language: <p lang="zz">', () => document.querySelector('main').insertAdjacentHTML('beforeend', '<p lang="zz">Words</p>')],
];

// Written over http only: the page's own policy allows no style in its text.
const style = text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
};

export const motionFaults = [
    ['a transition: <main', () => document.querySelector('main').style.setProperty('transition', 'color 1s', 'important')],
    ['an animation: <main', () => {
        document.querySelector('main').style.setProperty('animation', 'duet 1s', 'important');
    }],
    ['scrolls smoothly: <html', () => document.documentElement.style.setProperty('scroll-behavior', 'smooth', 'important')],
    ['is running: <main', () => { Element.prototype.animate.call(document.querySelector('main'), [{ opacity: 0.5 }, { opacity: 1 }], 60000); }],
    ['animate is called', () => { document.querySelector('main').animate([{ opacity: 0.5 }, { opacity: 1 }], 60000); }],
    ['scrollTo is smooth', () => window.scrollTo({ top: 9, behavior: 'smooth' })],
    ['scrollIntoView is smooth', () => document.querySelector('main').scrollIntoView({ behavior: 'smooth' })],
    ['moves by itself: <marquee', () => document.querySelector('main').insertAdjacentHTML('beforeend', '<marquee>Words</marquee>')],
    ['moves by itself: <animate', () => document.querySelector('main').insertAdjacentHTML('beforeend',
        '<svg><circle r="5"><animate attributeName="r" to="9" dur="1s"/></circle></svg>')],
];

// What a style sheet can still do against the rule that ends all motion.
export const sheetFaults = [
    ['a transition: <main', 'main { transition: color 1s !important }'],
    ['a transition: <main', 'main::before { content: ""; transition: color 0.1s 1s !important }'],
    ['pages change into one another', '@view-transition { navigation: auto }'],
].map(([wanted, text]) => [wanted, style, text]);

// And what the rule must end.
export const ended = [style, '@keyframes duet { to { opacity: 0 } } main, main::after { content: ""; transition: color 1s; animation: duet 9s } html { scroll-behavior: smooth }'];
