document.documentElement.dataset.filter = '';
