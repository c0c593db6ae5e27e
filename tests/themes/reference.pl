# perl reference.pl PART: holds themes/README.md to the code. PART is templates,
# tokens, keys or used (what templates use); layout writes a template that uses
# every variable of the reference, and those named after it.
use strict;
use warnings;

my $root = '../..';
my ($part, @more) = @ARGV;
my $bad = 0;

sub slurp {
    my ($path) = @_;
    local $/;
    open my $in, '<', $path or die "$path: $!\n";
    return scalar <$in>;
}

# The rows of the table below the heading: the first cell's name to the others.
my $readme = slurp("$root/themes/README.md");
sub rows {
    my ($heading) = @_;
    my ($text) = $readme =~ /^## \Q$heading\E\n(.*?)(?=^## |\z)/ms;
    my %rows = map { /^\| `([^`]+)` \| (.+) \|$/ ? ($1 => $2) : () } split /\n/, $text;
    die "no table below '$heading'\n" unless %rows;
    return %rows;
}

sub complain { print "@_\n"; $bad = 1 }

# What is in the code ($is) and what the table says ($says), by name.
sub compare {
    my ($what, $is, $says) = @_;
    complain("$what $_ is not in themes/README.md") for grep { !exists $says->{$_} } sort keys %$is;
    complain("themes/README.md has $what $_, which is not there") for grep { !exists $is->{$_} } sort keys %$says;
    for (grep { exists $says->{$_} } sort keys %$is) {
        complain("$what $_: the blocks are '$is->{$_}', not '$says->{$_}'") if defined $is->{$_} && $is->{$_} ne $says->{$_};
    }
}

my @files = sort glob "$root/themes/*/templates/*.html";

if ($part eq 'templates') {
    my (%is, %says);
    for my $file (@files) {
        my ($name) = $file =~ m{([^/]+)\.html$};
        my $text = slurp($file);
        my %blocks = map { $_ => 1 } $text =~ /\{\{</ ? () : $text =~ /\{\{\$\s*(\w+)/g;
        my $list = join ' ', sort keys %blocks;
        $is{$name} = $list if !defined $is{$name} || $is{$name} eq '';
    }
    my %rows = rows('Templates');
    for my $name (keys %rows) {
        my ($blocks) = $rows{$name} =~ /\| (.*)$/;
        $says{$name} = join ' ', ($blocks // '') =~ /`(\w+)`/g;
    }
    compare('template', \%is, \%says);
} elsif ($part eq 'tokens') {
    my %is;
    for my $theme (qw(core civic bright)) {
        my ($tokens) = slurp("$root/themes/$theme/theme.yaml") =~ /^tokens:\n((?:(?:  .*)?\n)*)/m;
        $is{$_} = undef for $tokens =~ /^  ([a-z0-9-]+):/mg;
    }
    my %says = rows('Tokens');
    compare('token', \%is, \%says);
} elsif ($part eq 'keys') {
    my ($fields) = slurp("$root/src/render/theme.c") =~ /theme_fields\[\] = \{(.*?)\n\};/s;
    my %is = map { $_ => undef } $fields =~ /FIELD\("([\w-]+)"/g;
    my %says = rows('theme.yaml');
    compare('key', \%is, \%says);
} elsif ($part eq 'used') {
    # A name stands alone inside a list; with dots it is the whole way.
    my %variables = rows('Variables');
    my (%whole, %alone);
    for (keys %variables) {
        (my $path = $_) =~ s/\[\]//g;
        my @steps = split /\./, $path;
        $alone{$_} = 1 for @steps;
        for my $from (0 .. $#steps) {
            $whole{join '.', @steps[$from .. $_]} = 1 for $from .. $#steps;
        }
    }
    my $kinds = slurp("$root/src/model/kind.c");
    my %fields = map { tr/-/_/r => 1 } $kinds =~ /FIELD\("([\w-]+)"/g;
    my @made = qw(records groups level kind heading_level show_heading is_first href label edition_id
        from_prospective prospective tel_href next body number);
    $fields{$_} = 1 for @made;
    for my $file (@files) {
        my $text = slurp($file);
        while ($text =~ /\{\{[#^]?\s*([a-z]\w*(?:\.[\w-]+)*)\s*\}\}/g) {
            my $name = $1;
            next if $name =~ /^(?:strings|icons)\./;
            (my $short = $name) =~ s/(?:^|\.)\Khas_//;
            my ($have) = $name =~ /_have_(\w+)$/;
            (my $base = $name) =~ s/_(?:iso|label)$//;
            next if $whole{$name} || $whole{$short};
            next if $name !~ /\./ && ($alone{$name} || $alone{$short} || $fields{$name} || $fields{$short} ||
                $fields{$base} || defined $have && $fields{$have});
            complain("$file uses {{$name}}, which themes/README.md does not explain");
        }
    }
} elsif ($part eq 'layout') {
    my %variables = rows('Variables');
    print "<!doctype html>\n<html lang=\"{{lang}}\"><head><title>{{\$title}}{{/title}}</title></head><body>\n";
    my %templates = rows('Templates');
    my ($blocks) = $templates{layout} =~ /\| (.*)$/;
    print "{{\$$_}}{{/$_}}\n" for grep { $_ ne 'title' } $blocks =~ /`(\w+)`/g;
    for my $path (sort(keys %variables), @more) {
        # into each list, and only where there is one; a page may have no chapter
        my @parts = split /\[\]\.?/, $path;
        my ($open, $close) = ('', '');
        for my $step (@parts) {
            my @dots = split /\./, $step;
            my $sum = join '.', @dots;
            $open .= "{{#$dots[0]}}" if @dots > 1;
            $open .= "{{#$sum}}";
            $close = "{{/$sum}}" . (@dots > 1 ? "{{/$dots[0]}}" : '') . $close;
        }
        print "$open$close\n";
    }
    print "</body></html>\n";
} else {
    die "what is '$part'?\n";
}
exit $bad;
