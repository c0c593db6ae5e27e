document.documentElement.dataset.menu = '';
