#!/usr/bin/env perl
# samples.pl CHAPTER FOLDER: does what a chapter of the guide tells its reader
# to do, in the order of the chapter, in FOLDER. It says what does not go as the
# chapter shows it, and ends with 1. What follows ``` says what a sample is:
#
#     LANG FILE                 a file, written as it stands
#     LANG In FILE              parts of a file, each put in the place of the
#                               part that begins with the same key, list item
#                               or heading
#     LANG At the end of FILE   lines added there
#     LANG At the end of the front matter of FILE
#     LANG Part of FILE         what a file that is there has in it
#     text On the page FILE     words that a page of the site has, one after
#                               the other
#     sh Type                   commands; each of them must pass
#     sh Type, and see it fail  commands, of which the last finds mistakes
#                               (status 1)
#     text You see              what these commands print
#
# In what is shown, a line … stands for lines that are left out, and … in a line
# for words.
use strict;
use warnings;
use utf8;
use File::Basename qw(dirname);
use File::Path qw(make_path);
binmode STDOUT, ':encoding(UTF-8)';

my ($chapter, $folder) = @ARGV;
my ($line, $said, $ran) = (0, '', 0);

sub stop {
    my ($why) = @_;
    print "$chapter:$line: $why\n";
    exit 1;
}

sub slurp {
    my ($file) = @_;
    open my $in, '<:encoding(UTF-8)', $file or stop("there is no file $file");
    local $/;
    my $text = <$in>;
    return defined $text ? $text : '';
}

sub spill {
    my ($file, $text) = @_;
    make_path(dirname("$folder/$file"));
    open my $out, '>:encoding(UTF-8)', "$folder/$file" or stop("cannot write $file");
    print $out $text;
    close $out or stop("cannot write $file");
}

# The samples of the chapter: their first line, what they are, what they hold.
sub samples {
    my ($n, $fence, @all) = (0);
    for (split /\n/, slurp($chapter), -1) {
        $n++;
        if (defined $fence) {
            if (/^\Q$fence\E`*\s*$/) {
                undef $fence;
            } else {
                $all[-1]{text} .= "$_\n";
            }
        } elsif (/^\s*(`{3,}|~{3,})\s*(.*?)\s*$/) {
            $fence = $1;
            push @all, {line => $n, info => $2, text => ''};
        }
    }
    $line = $n;
    stop('the last sample is not closed') if defined $fence;
    return @all;
}

# Whether the lines are those shown, … standing for any number of them.
sub matches {
    my ($lines, $shown, $whole) = @_;
    my $pattern = join '', map {
        $_ eq '…' ? '(?:[^\n]*\n)*?' : join('[^\n]*?', map { quotemeta } split /…/, $_, -1) . '\n'
    } @$shown;
    my $text = join '', map { "$_\n" } @$lines;
    return $whole ? $text =~ /\A$pattern\z/ : $text =~ /^$pattern/m;
}

sub compare {
    my ($text, $shown, $whole, $what) = @_;
    my @shown = split /\n/, $shown, -1;
    pop @shown;
    my @lines = split /\n/, $text, -1;
    pop @lines if @lines && $lines[-1] eq '';
    return if matches(\@lines, \@shown, $whole);
    print map { "    | $_\n" } @lines;
    stop("$what is not as shown");
}

sub run {
    my ($commands, $status) = @_;
    spill('.commands', $commands);
    $said = qx{cd '$folder' && bash -e .commands 2>&1 </dev/null};
    my $got = $? >> 8;
    utf8::decode($said);
    unlink "$folder/.commands";
    if ($got != $status) {
        print map { "    | $_\n" } split /\n/, $said;
        stop("the commands end with status $got, not $status");
    }
    $ran++;
}

# How deep a heading or a line of YAML is, or undef for an empty line.
sub depth {
    my ($text, $markdown) = @_;
    return $text =~ /^(#+) / ? length $1 : undef if $markdown;
    return $text =~ /^( *)\S/ ? length $1 : undef;
}

# The parts of a sample: each begins with a line that is no deeper than the
# first one.
sub parts {
    my ($text) = @_;
    my @parts;
    my $markdown = $text =~ /^#/;
    for my $one (split /^/, $text) {
        my $d = depth($one, $markdown);
        if (!@parts || defined $d && $d <= depth($parts[0], $markdown)) {
            push @parts, $one;
        } else {
            $parts[-1] .= $one;
        }
    }
    return @parts;
}

# The part in the place of the lines that begin as it does and of what belongs
# to them.
sub change {
    my ($file, $new) = @_;
    my @lines = split /\n/, slurp("$folder/$file"), -1;
    my ($first) = $new =~ /^(.*)\n/;
    my $markdown = $first =~ /^#/;
    my $key = $first =~ /^(\s*[\w-]+:)/ ? $1 : undef;
    my @at = grep { defined $key ? index($lines[$_], $key) == 0 : $lines[$_] eq $first } 0 .. $#lines;
    stop("$file has '$first' " . @at . ' times') if @at != 1;
    my ($from, $to) = ($at[0], $at[0] + 1);
    my $deep = depth($first, $markdown);
    while ($to < $#lines) {
        my $d = depth($lines[$to], $markdown);
        last if defined $d && $d <= $deep;
        $to++;
    }
    # empty lines and remarks before the next part are not of this one
    $to-- while $to > $from + 1 && $lines[$to - 1] =~ /^\s*$/;
    $new =~ s/\n\z//;
    splice @lines, $from, $to - $from, split /\n/, $new, -1;
    spill($file, join "\n", @lines);
}

# The words of a page as a reader sees them, with one space between two.
sub words {
    my ($html) = @_;
    my %signs = (lt => '<', gt => '>', quot => '"', '#39' => "'", amp => '&');
    $html =~ s/<[^>]*>//g;
    $html =~ s/&(lt|gt|quot|#39|amp);/$signs{$1}/g;
    $html =~ s/\s+/ /g;
    return $html;
}

sub page_has {
    my ($file, $wanted) = @_;
    (my $text = words($wanted)) =~ s/^ | $//g;
    stop("$file does not say: $text") if index(words(slurp("$folder/$file")), $text) < 0;
}

sub add_front {
    my ($file, $new) = @_;
    my $text = slurp("$folder/$file");
    $text =~ s/\A(---\n.*?\n)---\n/$1$new---\n/s or stop("$file has no front matter");
    spill($file, $text);
}

my @samples = samples();
for my $s (@samples) {
    $line = $s->{line};
    my ($info, $text) = ($s->{info}, $s->{text});
    if ($info eq 'sh Type') {
        run($text, 0);
    } elsif ($info eq 'sh Type, and see it fail') {
        run($text, 1);
    } elsif ($info eq 'text You see') {
        stop('nothing was run before this') if !$ran;
        compare($said, $text, 1, 'what was printed');
    } elsif ($info =~ /^text On the page (\S+)$/) {
        page_has($1, $text);
    } elsif ($info =~ /^\S+ Part of (\S+)$/) {
        compare(slurp("$folder/$1"), $text, 0, $1);
    } elsif ($info =~ /^\S+ In (\S+)$/) {
        my $file = $1;
        change($file, $_) for parts($text);
    } elsif ($info =~ /^\S+ At the end of the front matter of (\S+)$/) {
        add_front($1, $text);
    } elsif ($info =~ /^\S+ At the end of (\S+)$/) {
        spill($1, slurp("$folder/$1") . $text);
    } elsif ($info =~ /^\S+ (\S+)$/) {
        spill($1, $text);
    } else {
        stop("nobody can tell what the sample '$info' is");
    }
}
stop('there is no sample') if !@samples;
stop('no command is run') if !$ran;
print scalar(@samples) . " samples, $ran of them commands\n";
