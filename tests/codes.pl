# Prints `CODE FILE:LINE FUNCTION` for each code that a message of the C files
# named as arguments can carry. Such a code is a string
#   - that is the parameter `code` of diag_error() and diag_warning(), or of a
#     function of ours that has a parameter `const char *code`;
#   - that initializes a struct with a member `const char *code`, or `.code`.
use strict;
use warnings;

my (%text, %position, %carrier, %macro);

# The arguments of the call whose `(` is at the offset $at.
sub arguments {
    my ($text, $at) = @_;
    my ($depth, $now, @args) = (0, '');
    pos($text) = $at;
    while ($text =~ /\G("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|.)/gcs) {
        my $piece = $1;
        if ($piece =~ /^[)\]}]$/ && --$depth == 0) {
            push @args, $now;
            return @args;
        }
        if ($piece eq ',' && $depth == 1) {
            push @args, $now;
            $now = '';
            next;
        }
        $now .= $piece if $depth > 0;
        $depth++ if $piece =~ /^[(\[{]$/;
    }
    return ();
}

sub report {
    my ($file, $at, $argument, $by) = @_;
    my $line = 1 + (substr($text{$file}, 0, $at) =~ tr/\n//);
    $argument =~ s/\b([A-Z_]+)\b/exists $macro{$1} ? "\"$macro{$1}\"" : $1/ge;
    while ($argument =~ /"([a-z]+(?:-[a-z0-9]+)*)"/g) {
        print "$1 $file:$line $by\n";
    }
}

for my $file (@ARGV) {
    open my $in, '<', $file or die "$file: $!\n";
    local $/;
    $text{$file} = <$in>;
    # comments may hold quotes; newlines stay, for the numbers of lines
    $text{$file} =~ s{("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(/\*.*?\*/|//[^\n]*)}
                     {defined $1 ? $1 : "\n" x ($2 =~ tr/\n//)}gse;
}

for my $file (@ARGV) {
    while ($text{$file} =~ /\b([a-z_0-9]+)\s*(\((?:[^()]|\([^()]*\))*?const char \*code\b)/g) {
        my ($name, $at, $next) = ($1, $-[2], pos $text{$file});
        my $where = $file =~ /\.h$/ ? '' : $file; # static functions are the file's own
        my @parameters = arguments($text{$file}, $at);
        for my $i (0 .. $#parameters) {
            $position{$where}{$name} = $i if $parameters[$i] =~ /const char \*code\b/;
        }
        pos($text{$file}) = $next;
    }
    while ($text{$file} =~ /^#define ([A-Z_]+) "([a-z0-9-]+)"$/gm) {
        $macro{$1} = $2;
    }
    while ($text{$file} =~ /\bstruct ([a-z_0-9]+)\s*\{([^{}]*)\}/g) {
        my ($name, @members) = ($1, split /;/, $2);
        for my $i (0 .. $#members) {
            $carrier{$name} = $i if $members[$i] =~ /const char \*code\b/;
        }
    }
}

for my $file (@ARGV) {
    my $text = $text{$file};
    while ($text =~ /\b([a-z_0-9]+)\s*\(/g) {
        my ($name, $at) = ($1, $+[0] - 1);
        my $i = $position{$file}{$name} // $position{''}{$name} // next;
        my $next = pos $text;
        my @arguments = arguments($text, $at);
        pos($text) = $next;
        report($file, $at, $arguments[$i] // '', $name);
    }
    while ($text =~ /\(struct ([a-z_0-9]+)\)\s*\{/g) {
        my ($name, $at) = ($1, $+[0] - 1);
        next unless exists $carrier{$name};
        my $next = pos $text;
        my @members = arguments($text, $at);
        pos($text) = $next;
        report($file, $at, $members[$carrier{$name}] // '', $name);
    }
    while ($text =~ /\.code\s*=\s*("[^"]*")/g) {
        report($file, $-[0], $1, 'code');
    }
}
